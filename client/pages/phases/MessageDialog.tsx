import type { GroupId } from '#shared/ids.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { MessageForm } from './MessageForm.tsx'
import './PhaseDesk.css'

type MessageDialogProps = {
  /** Undefined: closed. Null: to everyone. */
  readonly to: GroupId | null | undefined
  readonly onClose: () => void
}

export function MessageDialog({ to, onClose }: MessageDialogProps) {
  const t = useTexts()
  return (
    <Dialog
      isOpen={to !== undefined}
      onClose={onClose}
      title={`${t('phases:message')}: ${to ? t('phases:toGroup', { group: to }) : t('phases:toAll')}`}
    >
      <MessageForm to={to ?? null} onSent={onClose} />
    </Dialog>
  )
}
