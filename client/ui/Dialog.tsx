import { useEffect, useState, type ReactNode } from 'react'
import { fetchedApart } from './fetchedApart.tsx'

export type DialogProps = {
  readonly isOpen: boolean
  /** Escape, a tap beside it, the cross. */
  readonly onClose: () => void
  /** A question where something is decided. */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Buttons with verbs, the harmless way last. Only a question that must be answered has no cross besides. */
  readonly actions?: ReactNode
  readonly wide?: boolean | undefined
  readonly role?: 'dialog' | 'alertdialog' | undefined
  readonly className?: string | undefined
}

const DialogSheet = fetchedApart(async () => (await import('./DialogSheet.tsx')).DialogSheet)

/** A dialog on desktops, a sheet from below on phones. Focus goes in and comes back. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen)
  useEffect(() => {
    if (props.isOpen) setWasOpen(true)
  }, [props.isOpen])
  if (!wasOpen && !props.isOpen) return null
  return <DialogSheet {...props} />
}
