import { useState } from 'react'
import type { EventFact } from '#shared/day/eventsApi.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { eventId } from './eventId.ts'

type CopyDialogProps = {
  readonly of: EventFact
  readonly onClose: () => void
  readonly onMade: (title: string) => void
}

/** The same event for another day. */
export function CopyDialog({ of, onClose, onMade }: CopyDialogProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const [title, setTitle] = useState(of.title)
  const [id, setId] = useState<string | null>(null)
  const [date, setDate] = useState(of.date)
  const [error, setError] = useState<unknown>(null)
  const shownId = id ?? eventId(`${title} ${date}`)
  const make = async () => {
    try {
      await call('POST', `/api/events/${of.id}/copy`, { id: shownId, title, date })
      onMade(title)
    } catch (fault) {
      setError(fault)
    }
  }
  return (
    <Dialog
      isOpen
      title={t('setUp:copyTitle')}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onClick={() => void make()}>
            {t('setUp:copyYes')}
          </Button>
          <Button onClick={onClose}>{t('setUp:cancel')}</Button>
        </>
      }
    >
      <div className="set-up-fields">
        <p>{t('setUp:copyText')}</p>
        <Field label={t('setUp:name')} value={title} onChange={setTitle} maxLength={160} />
        <Field label={t('setUp:date')} type="date" value={date} onChange={setDate} />
        <Field
          label={t('setUp:id')}
          hint={t('setUp:idHint')}
          value={shownId}
          onChange={setId}
          maxLength={64}
        />
        {error !== null && (
          <Message tone="bad" live>
            {refusalText(error)}
          </Message>
        )}
      </div>
    </Dialog>
  )
}
