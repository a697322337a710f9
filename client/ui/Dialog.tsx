import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { AriaLocale } from './AriaLocale.tsx'
import { Button } from './Button.tsx'
import { classNames } from './classNames.ts'
import { useTexts } from './useTexts.ts'
import './Dialog.css'

type DialogProps = {
  readonly isOpen: boolean
  /** Escape, a tap beside it, the cross. */
  readonly onClose: () => void
  /** A question where something is decided. */
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Buttons with verbs, the harmless way last. Without them the head has a cross. */
  readonly actions?: ReactNode
  readonly wide?: boolean | undefined
  readonly role?: 'dialog' | 'alertdialog' | undefined
  readonly className?: string | undefined
}

/** A dialog on desktops, a sheet from below on phones. Focus goes in and comes back. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  wide,
  role = 'dialog',
  className,
}: DialogProps) {
  const t = useTexts()
  return (
    <AriaLocale>
      <ModalOverlay
        className="dialog-scrim"
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        isDismissable={role === 'dialog'}
      >
        <Modal className={classNames('dialog-sheet', wide && 'wide')}>
          <AriaDialog className={classNames('dialog', className)} role={role}>
            <div className="dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {!actions && (
                <Button
                  variant="quiet"
                  size="small"
                  icon="x"
                  iconOnly
                  label={t('app:close')}
                  onClick={onClose}
                />
              )}
            </div>
            {children}
            {actions && <div className="dialog-actions">{actions}</div>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  )
}
