import { useId, useState } from 'react'
import { isErased } from '#shared/gather.ts'
import type { NoteRef } from '#shared/ids.ts'
import { hasVisibleText } from '#shared/note.ts'
import { titleFrom, type OpenPoint } from '#shared/result.ts'
import { labelOf } from '#shared/template.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { EditDialog } from './EditDialog.tsx'
import { addresseeName } from './closing/addresseeName.ts'
import { usePlenumPlace } from './usePlenumPlace.ts'

type PointDialogProps = {
  readonly title: string
  readonly value: OpenPoint | null
  readonly onSave: (point: OpenPoint) => Promise<unknown>
  readonly onClose: () => void
}

const noNote = '-'

/** A question nobody could settle today, and who takes it. */
export function PointDialog({ title, value, onSave, onClose }: PointDialogProps) {
  const t = useTexts()
  const language = useLanguage()
  const { notes, plan, items } = usePlenumPlace()
  const suggestions = useId()
  const [text, setText] = useState(value?.text ?? '')
  const [to, setTo] = useState(value ? addresseeName(value.to, plan, language) : '')
  const [note, setNote] = useState<NoteRef | null>(value?.note ?? null)
  const [isEmpty, setEmpty] = useState(false)
  const save = () => {
    if (!hasVisibleText(text)) {
      setEmpty(true)
      return false
    }
    // Written as its name, kept as the level it is: then it is right in every language.
    const level = plan.levels.find((one) => labelOf(one, language) === to.trim())
    return onSave({ text: text.trim(), note, to: level?.id ?? to.trim() })
  }
  return (
    <EditDialog title={title} onSave={save} onClose={onClose}>
      <Field
        label={t('plenum:pointText')}
        value={text}
        onChange={setText}
        multiline
        rows={2}
        autoFocus
        maxLength={1000}
        error={isEmpty && !hasVisibleText(text) && t('plenum:textEmpty')}
      />
      <Field
        label={t('plenum:pointTo')}
        hint={t('plenum:pointToHint')}
        value={to}
        onChange={setTo}
        maxLength={300}
        list={suggestions}
      />
      <datalist id={suggestions}>
        {plan.levels.map((level) => (
          <option key={level.id}>{labelOf(level, language)}</option>
        ))}
        {items.map(({ name }) => name && <option key={name}>{name}</option>)}
      </datalist>
      {notes.size > 0 && (
        <Select
          label={t('plenum:pointNote')}
          value={note ?? noNote}
          options={[
            { id: noNote, label: t('plenum:noNote') },
            ...[...notes.values()].map((one) => ({
              id: one.ref,
              label: `${one.number} ${isErased(one) ? t('app:erased') : titleFrom(one.blocks)}`,
            })),
          ]}
          onChange={(id) => setNote(id === noNote ? null : (id as NoteRef))}
        />
      )}
    </EditDialog>
  )
}
