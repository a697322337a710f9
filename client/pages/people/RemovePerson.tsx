import type { PersonOnList } from '#shared/day/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { usePeopleCall } from './usePeopleCall.ts'

type RemovePersonProps = { readonly person: PersonOnList; readonly onClose: () => void }

/** For somebody who never came. */
export function RemovePerson({ person, onClose }: RemovePersonProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { send, error } = usePeopleCall()
  const { id, name } = person
  const remove = async () => {
    if (!(await send('DELETE', `/api/people/${encodeURIComponent(id)}`))) return
    toast(t('people:removed', { name }))
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('people:removeTitle', { name })}
      actions={
        <>
          <Button variant="grave" onClick={() => void remove()}>
            {t('people:removeYes')}
          </Button>
          <Button onClick={onClose}>{t('people:removeNo')}</Button>
        </>
      }
    >
      <p>{t('people:removeText')}</p>
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
    </Dialog>
  )
}
