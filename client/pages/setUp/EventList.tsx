import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { EventFact } from '#shared/day/eventsApi.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Message } from '../../ui/Message.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { dateText } from '../eventTime.ts'
import { CopyDialog } from './CopyDialog.tsx'
import { eventsKey, fetchTemplate, useEvents } from './eventsQuery.ts'
import { saveJson } from './saveJson.ts'

/** All events of this staff with what can be done to them. */
export function EventList() {
  const t = useTexts()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  const { data, error } = useEvents()
  const [said, setSaid] = useState<{ readonly text: string; readonly tone: 'ok' | 'bad' | 'wait' } | null>(
    null,
  )
  const [copied, setCopied] = useState<EventFact | null>(null)
  const [emptied, setEmptied] = useState<EventFact | null>(null)

  /** Runs a command, says how it went, and looks again. */
  const run = async (waiting: string | null, work: () => Promise<string | null>) => {
    setSaid(waiting === null ? null : { text: waiting, tone: 'wait' })
    try {
      const text = await work()
      setSaid(text === null ? null : { text, tone: 'ok' })
    } catch (fault) {
      setSaid({ text: refusalText(fault), tone: 'bad' })
    }
    await client.invalidateQueries({ queryKey: eventsKey })
  }
  const rehearse = (of: EventFact) =>
    run(t('setUp:rehearsing'), async () => {
      const { id } = await call<EventFact>('POST', `/api/events/${of.id}/rehearsal`)
      const { events } = await call<{ readonly events: readonly EventFact[] }>('GET', '/api/events')
      const made = events.find((event) => event.id === id)
      return made ? t('setUp:rehearsed', { title: made.title, people: made.people, notes: made.notes }) : null
    })
  const reset = (event: EventFact) => {
    setEmptied(null)
    return run(t('setUp:rehearsing'), async () => {
      await call('POST', `/api/events/${event.id}/reset`)
      return t('setUp:resetDone')
    })
  }
  const save = (event: EventFact) =>
    run(null, async () => {
      saveJson(`${event.id}.json`, await fetchTemplate(event.id))
      return null
    })

  return (
    <section className="set-up-section" aria-labelledby="own-events">
      <div>
        <h2 id="own-events">{t('setUp:own')}</h2>
        <p className="muted">{t('setUp:ownHint')}</p>
      </div>
      {said && (
        <Message tone={said.tone} live>
          {said.text}
        </Message>
      )}
      {error && <Message tone="bad">{refusalText(error)}</Message>}
      <ul className="event-list">
        {data?.events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            onCopy={() => setCopied(event)}
            onSave={() => void save(event)}
            onRehearse={() => void rehearse(event)}
            onReset={() => setEmptied(event)}
          />
        ))}
      </ul>
      {copied && (
        <CopyDialog
          of={copied}
          onClose={() => setCopied(null)}
          onMade={(title) => {
            setCopied(null)
            void run(null, async () => t('setUp:made', { title }))
          }}
        />
      )}
      <Dialog
        isOpen={emptied !== null}
        role="alertdialog"
        title={t('setUp:resetTitle')}
        onClose={() => setEmptied(null)}
        actions={
          <>
            <Button variant="grave" onClick={() => emptied && void reset(emptied)}>
              {t('setUp:resetYes')}
            </Button>
            <Button onClick={() => setEmptied(null)}>{t('setUp:resetNo')}</Button>
          </>
        }
      >
        <p>{t('setUp:resetText')}</p>
      </Dialog>
    </section>
  )
}

type EventRowProps = {
  readonly event: EventFact
  readonly onCopy: () => void
  readonly onSave: () => void
  readonly onRehearse: () => void
  readonly onReset: () => void
}

function EventRow({ event, onCopy, onSave, onRehearse, onReset }: EventRowProps) {
  const t = useTexts()
  const language = useLanguage()
  const navigate = useNavigate()
  const { title, isThis, isRehearsal } = event
  return (
    <li className="event-row sheet">
      <div className="event-what">
        <h3 dir="auto">{title}</h3>
        {isThis && <span className="event-tag">{t('setUp:thisOne')}</span>}
        {isRehearsal && <span className="event-tag">{t('setUp:rehearsal')}</span>}
        <p className="muted">
          {dateText(event.date, language)} ·{' '}
          {t('setUp:counts', { groups: event.groups, people: event.people, notes: event.notes })}
        </p>
      </div>
      <div className="event-ways">
        {!isThis && (
          <a className="btn small" href={event.staffUrl} aria-label={t('setUp:openOf', { title })}>
            {t('setUp:open')}
          </a>
        )}
        {isRehearsal && (
          <Button size="small" icon="refresh-cw" onClick={onReset}>
            {t('setUp:reset')}
          </Button>
        )}
        <Button
          size="small"
          icon="pencil"
          onClick={() => void navigate(`/einrichten?bearbeiten=${event.id}`)}
        >
          {t('setUp:edit')}
        </Button>
        <Menu
          label={t('setUp:actionsOf', { title })}
          variant="quiet"
          size="small"
          icon="ellipsis"
          iconOnly
          placement="bottom end"
          items={[
            { id: 'copy', label: t('setUp:copy'), icon: 'copy', onAction: onCopy },
            { id: 'export', label: t('setUp:export'), icon: 'download', onAction: onSave },
            ...(isRehearsal
              ? []
              : [
                  {
                    id: 'rehearse',
                    label: t('setUp:rehearse'),
                    icon: 'users' as const,
                    onAction: onRehearse,
                  },
                ]),
          ]}
        />
      </div>
    </li>
  )
}
