import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type ChosenDialogProps = {
  readonly title: string
  readonly yes: string
  /** False until there is something to change. */
  readonly isReady: boolean
  readonly onYes: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question about all chosen cards: nothing changes before it is answered, and then all at once. */
export function ChosenDialog({ title, yes, isReady, onYes, onClose, children }: ChosenDialogProps) {
  const t = useTexts()
  const answer = () => {
    onYes()
    onClose()
  }
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="primary" aria-disabled={!isReady} onClick={answer}>
            {yes}
          </Button>
          <Button onClick={onClose}>{t('choosing:keep')}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
