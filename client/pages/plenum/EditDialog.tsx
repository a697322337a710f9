import { useId, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Refused } from './Refused.tsx'
import { useCommand } from './useCommand.ts'
import './EditDialog.css'

type EditDialogProps = {
  readonly title: string
  readonly save?: string | undefined
  readonly leave?: string | undefined
  /** Answers what was done, or false when something must be filled in first. */
  readonly onSave: () => Promise<unknown> | false
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean | undefined
}

/** Fields, one button that keeps them, one that leaves everything as it was. What is refused stays open. */
export function EditDialog({ title, save, leave, onSave, onClose, children, wide }: EditDialogProps) {
  const t = useTexts()
  const form = useId()
  const command = useCommand()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (command.isBusy) return
    const saving = onSave()
    if (saving !== false && (await command.run(() => saving))) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      wide={wide}
      actions={
        <>
          <Button variant="primary" type="submit" form={form} aria-disabled={command.isBusy}>
            {save ?? t('plenum:keep')}
          </Button>
          <Button onClick={onClose}>{leave ?? t('plenum:leave')}</Button>
        </>
      }
    >
      <form id={form} className="edit-form" onSubmit={(event) => void submit(event)}>
        {children}
      </form>
      <Refused error={command.error} />
    </Dialog>
  )
}
