import { useState } from 'react'
import type { ResultId } from '#shared/ids.ts'
import { hasVisibleText } from '#shared/note.ts'
import { remarkOptions } from '#shared/plenum/remark.ts'
import { labelOf } from '#shared/template.ts'
import { ChipChoice } from '../../../board/ChipChoice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'
import { addRemark } from '../plenumCommands.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type RemarkDialogProps = { readonly result: ResultId; readonly onClose: () => void }

/** What was said aloud, entered by hand: a reservation or an objection, without a name. */
export function RemarkDialog({ result, onClose }: RemarkDialogProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = usePlenumPlace()
  const options = remarkOptions(plan)
  const [option, setOption] = useState(options[0]?.id ?? '')
  const [text, setText] = useState('')
  const [isAsked, setAsked] = useState(false)
  const save = () => {
    setAsked(true)
    return hasVisibleText(text) && addRemark(result, { option, text: text.trim() })
  }
  return (
    <EditDialog title={t('consent:newNote')} onSave={save} onClose={onClose}>
      {options.length > 1 && (
        <ChipChoice
          legend={t('consent:noteKind')}
          mode="single"
          options={options.map((one) => ({ id: one.id, label: labelOf(one, language) }))}
          selected={[option]}
          onToggle={setOption}
        />
      )}
      <Field
        label={t('consent:noteText')}
        value={text}
        onChange={setText}
        multiline
        autoFocus
        maxLength={2000}
        error={isAsked && !hasVisibleText(text) && t('consent:noteEmpty')}
      />
    </EditDialog>
  )
}
