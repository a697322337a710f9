import { useState } from 'react'
import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { EditDialog } from '../plenum/EditDialog.tsx'

type RemarkDialogProps = {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly maxLength: number
  readonly isLong?: boolean
  readonly onSave: (text: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Words beside the facts; none is an answer, too. */
export function RemarkDialog(props: RemarkDialogProps) {
  const { title, label, hint, value, maxLength, isLong = false, onSave, onClose } = props
  const t = useTexts()
  const [text, setText] = useState(value)
  return (
    <EditDialog
      title={title}
      save={t('minutes:keep')}
      leave={t('minutes:leave')}
      onSave={() => onSave(text)}
      onClose={onClose}
    >
      <Field
        label={label}
        hint={hint}
        value={text}
        onChange={setText}
        multiline={isLong}
        rows={5}
        autoFocus
        maxLength={maxLength}
      />
    </EditDialog>
  )
}
