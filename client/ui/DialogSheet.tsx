import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { AriaLocale } from './AriaLocale.tsx'
import { Button } from './Button.tsx'
import { classNames } from './classNames.ts'
import type { DialogProps } from './Dialog.tsx'
import { useTexts } from './useTexts.ts'
import './Dialog.css'

/** The dialog itself, fetched apart: nobody needs it to read a page. */
export function DialogSheet({
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
              {(!actions || role === 'dialog') && (
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
