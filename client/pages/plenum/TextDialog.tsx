import { useState } from 'react'
import { hasVisibleText } from '#shared/note.ts'
import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { EditDialog } from './EditDialog.tsx'

type TextDialogProps = {
  readonly title: string
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly onSave: (text: string) => Promise<unknown>
  readonly onClose: () => void
}

/** One text of a few lines. */
export function TextDialog({ title, label, value, maxLength, onSave, onClose }: TextDialogProps) {
  const t = useTexts()
  const [text, setText] = useState(value)
  const [isEmpty, setEmpty] = useState(false)
  const save = () => {
    if (hasVisibleText(text)) return onSave(text.trim())
    setEmpty(true)
    return false
  }
  return (
    <EditDialog title={title} onSave={save} onClose={onClose}>
      <Field
        label={label}
        value={text}
        onChange={setText}
        multiline
        autoFocus
        maxLength={maxLength}
        error={isEmpty && !hasVisibleText(text) && t('plenum:textEmpty')}
      />
    </EditDialog>
  )
}
