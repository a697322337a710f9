import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { changeAgenda, type AgendaChange } from '#shared/day/agenda.ts'
import type { AgendaItem, EventPlan } from '#shared/template.ts'
import { call, CallRefused } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText } from '../eventTime.ts'
import './AgendaDialog.css'

type AgendaDialogProps = {
  readonly plan: EventPlan
  readonly item: AgendaItem
  /** `HH:MM`, or null on another day. */
  readonly now: string | null
  readonly onClose: () => void
}
type Draft = Record<'title' | 'speaker' | 'organisation' | 'start' | 'end', string>
const draftOf = (item: AgendaItem): Draft => ({
  title: item.title,
  speaker: item.speaker ?? '',
  organisation: item.organisation ?? '',
  start: item.start,
  end: item.end,
})
const isTime = (text: string) => /^\d\d:\d\d$/.test(text)

/** Words and times of one item. What will move is said before it moves. */
export function AgendaDialog({ plan, item, now, onClose }: AgendaDialogProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  // As it stood when the form was opened: what somebody else changes meanwhile is told, not overwritten.
  const [seen, setSeen] = useState(item)
  const [draft, setDraft] = useState(() => draftOf(item))
  const [moveFollowing, setMoveFollowing] = useState(true)
  const [error, setError] = useState<unknown>(null)
  const set = (field: keyof Draft) => (value: string) => {
    setDraft({ ...draft, [field]: value })
    setError(null)
  }
  const change = changeFrom(seen, draft, moveFollowing)
  const outcome = isTime(draft.start) && isTime(draft.end) ? changeAgenda(plan, seen, change, now) : null
  const moved =
    outcome && 'timetable' in outcome
      ? outcome.timetable.agenda.filter(
          ({ id, start }, at) => id !== item.id && start !== plan.agenda[at]?.start,
        )
      : []
  const obstacle =
    outcome && 'fault' in outcome
      ? new CallRefused(
          outcome.fault,
          'other' in outcome
            ? { other: outcome.other.title, start: outcome.other.start, end: outcome.other.end }
            : {},
        )
      : null
  const fault = error ?? obstacle
  const isOutdated = error instanceof CallRefused && error.code === 'outdated'

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (draft.title.trim() === '' || !outcome || obstacle) return
    try {
      await call('PATCH', `/api/agenda/${encodeURIComponent(item.id)}`, {
        ...change,
        seen: { ...draftOf(seen), speaker: seen.speaker, organisation: seen.organisation },
      })
      await client.invalidateQueries({ queryKey: keys.me })
      toast(t('people:agendaSaved'))
      onClose()
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('people:agendaTitle')}
      actions={
        <>
          <Button type="submit" form="agenda-item" variant="primary" aria-disabled={!outcome || !!obstacle}>
            {t('people:agendaSave')}
          </Button>
          <Button onClick={onClose}>{t('people:agendaKeep')}</Button>
        </>
      }
    >
      <form id="agenda-item" className="agenda-form" onSubmit={(event) => void save(event)}>
        <Field
          label={t('people:agendaName')}
          value={draft.title}
          onChange={set('title')}
          maxLength={300}
          error={draft.title.trim() === '' ? t('people:agendaNameEmpty') : null}
        />
        <Field
          label={t('people:agendaSpeaker')}
          value={draft.speaker}
          onChange={set('speaker')}
          maxLength={300}
        />
        <Field
          label={t('people:agendaOrganisation')}
          value={draft.organisation}
          onChange={set('organisation')}
          maxLength={300}
        />
        <div className="agenda-times">
          <Field type="time" label={t('people:agendaStart')} value={draft.start} onChange={set('start')} />
          <Field type="time" label={t('people:agendaEnd')} value={draft.end} onChange={set('end')} />
        </div>
        <label className="agenda-follow">
          <input
            type="checkbox"
            checked={moveFollowing}
            onChange={(event) => {
              setMoveFollowing(event.target.checked)
              setError(null)
            }}
          />
          <span>{t('people:agendaFollow')}</span>
        </label>
        {moved.length > 0 && (
          <div className="agenda-moved">
            <p className="s muted">{t('people:agendaMoves')}</p>
            <ul lang={plan.language}>
              {moved.map(({ id, title, start }) => (
                <li key={id} className="s">
                  <span className="num">{clockText(start)}</span> {title}
                </li>
              ))}
            </ul>
          </div>
        )}
        {fault !== null && (
          <Message
            tone="bad"
            live
            actions={
              isOutdated && (
                <Button
                  size="small"
                  onClick={() => {
                    setSeen(item)
                    setDraft(draftOf(item))
                    setError(null)
                  }}
                >
                  {t('people:agendaReload')}
                </Button>
              )
            }
          >
            {refusalText(fault)}
          </Message>
        )}
      </form>
    </Dialog>
  )
}

/** Only what differs is sent. */
const changeFrom = (seen: AgendaItem, draft: Draft, moveFollowing: boolean): AgendaChange => {
  const old = draftOf(seen)
  const changed = (Object.keys(old) as (keyof Draft)[]).filter((field) => old[field] !== draft[field])
  const isTimed = changed.includes('start') || changed.includes('end')
  const fields = isTimed ? [...new Set([...changed, 'start', 'end'] as const)] : changed
  return { ...Object.fromEntries(fields.map((field) => [field, draft[field]])), moveFollowing }
}
