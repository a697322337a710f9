import { useState } from 'react'
import type { Due } from '#shared/result.ts'
import { Field } from '../../../ui/Field.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'

type DueDialogProps = {
  readonly value: Due
  readonly onSave: (due: Due, was: Due) => Promise<unknown>
  readonly onClose: () => void
}

/** A day, words, or both. */
export function DueDialog({ value, onSave, onClose }: DueDialogProps) {
  const t = useTexts()
  const [was] = useState(value)
  const [date, setDate] = useState(value.date ?? '')
  const [text, setText] = useState(value.text ?? '')
  return (
    <EditDialog
      title={t('plenum:dueTitle')}
      onSave={() => onSave({ date: date || null, text: text.trim() || null }, was)}
      onClose={onClose}
    >
      <Field label={t('plenum:dueDay')} type="date" value={date} onChange={setDate} />
      <Field
        label={t('plenum:inWords')}
        hint={t('plenum:dueHint')}
        value={text}
        onChange={setText}
        maxLength={300}
      />
    </EditDialog>
  )
}
