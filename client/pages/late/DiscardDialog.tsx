import { useState } from 'react'
import { hasVisibleText } from '#shared/note.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type DiscardDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onDiscard: (reason: string) => void
}

/** Asks for the reason: nothing is dropped in silence. */
export function DiscardDialog({ isOpen, onClose, onDiscard }: DiscardDialogProps) {
  const t = useTexts()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const discard = () => {
    if (hasVisibleText(reason)) onDiscard(reason)
    else setMissing(true)
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('collecting:discardTitle')}
      actions={
        <>
          <Button variant="grave" onClick={discard}>
            {t('collecting:discardYes')}
          </Button>
          <Button onClick={onClose}>{t('collecting:discardNo')}</Button>
        </>
      }
    >
      <p>{t('collecting:discardText')}</p>
      <Field
        label={t('collecting:reason')}
        hint={t('collecting:reasonHint')}
        error={isMissing ? t('refusal:reasonMissing') : null}
        value={reason}
        maxLength={1000}
        onChange={(next) => {
          setReason(next)
          setMissing(false)
        }}
      />
    </Dialog>
  )
}
