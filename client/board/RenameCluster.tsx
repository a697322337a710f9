import { useState, type FormEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useTexts } from '../ui/useTexts.ts'

type RenameClusterProps = {
  readonly title: string
  readonly onSave: (title: string) => void
  readonly onClose: () => void
}

export function RenameCluster({ title, onSave, onClose }: RenameClusterProps) {
  const t = useTexts()
  const [next, setNext] = useState(title)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (next.trim() !== title) onSave(next)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('group:renameTitle')}
      actions={
        <>
          <Button type="submit" form="rename-cluster">
            {t('group:saveTitle')}
          </Button>
          <Button onClick={onClose}>{t('group:keepTitle')}</Button>
        </>
      }
    >
      <form id="rename-cluster" onSubmit={submit}>
        <Field
          label={t('group:clusterTitle')}
          hint={t('group:clusterHint')}
          value={next}
          onChange={setNext}
          maxLength={300}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
