import { useState } from 'react'
import { hasVisibleText } from '#shared/note.ts'
import { Field } from '../../../ui/Field.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { EditDialog } from '../EditDialog.tsx'

type DeclineDialogProps = {
  readonly number: string
  readonly onSave: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

/** A card that is not taken up is owed a reason. */
export function DeclineDialog({ number, onSave, onClose }: DeclineDialogProps) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const save = () => {
    if (hasVisibleText(reason)) return onSave(reason.trim())
    setEmpty(true)
    return false
  }
  return (
    <EditDialog
      title={t('fates:declineTitle', { note: number })}
      save={t('fates:decline')}
      leave={t('fates:leave')}
      onSave={save}
      onClose={onClose}
    >
      <Field
        label={t('fates:declineReason')}
        value={reason}
        onChange={setReason}
        multiline
        autoFocus
        maxLength={2000}
        error={isEmpty && !hasVisibleText(reason) && t('fates:reasonEmpty')}
      />
    </EditDialog>
  )
}
