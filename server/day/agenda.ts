import { changeAgenda, type AgendaChange, type Timetable } from '#shared/day/agenda.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { Refusal } from '#shared/refusal.ts'
import type { AgendaItem } from '#shared/template.ts'
import type { DayPorts } from './day.ts'

type Seen = Partial<Record<'title' | 'speaker' | 'organisation' | 'start' | 'end', string | null | undefined>>

/** Changes one item of the agenda, for everyone at once. Sent again it changes nothing more. */
export const editAgenda = async (
  { records, plan, now }: DayPorts,
  id: string,
  change: AgendaChange & { readonly seen?: Seen | undefined },
): Promise<readonly AgendaItem[]> => {
  const item = plan.agenda.find((one) => one.id === id)
  const row = records.get('event', 'event')
  if (!item || !row) throw new Refusal('notFound')
  const { seen = {}, moveFollowing, ...wanted } = change
  if (isLike(item, wanted)) return plan.agenda
  if (!isLike(item, seen)) throw new Refusal('outdated')
  const outcome = changeAgenda(plan, item, { ...wanted, moveFollowing }, clockNow(plan, now()))
  if ('fault' in outcome) {
    if (!('other' in outcome)) throw new Refusal(outcome.fault)
    const { title, start, end } = outcome.other
    throw new Refusal(outcome.fault, { other: title, start, end })
  }
  const template = withTimetable(row.template, outcome.timetable)
  // What cannot be read any more is not stored.
  parseTemplate(template)
  await records.commit([{ table: 'event', id: 'event', value: { ...row, template } }])
  return outcome.timetable.agenda
}

const isLike = (item: AgendaItem, words: Seen): boolean =>
  Object.entries(words).every(
    ([field, value]) => value === undefined || item[field as keyof AgendaItem] === value,
  )

/** The clock in the event's time zone, or null when it is another day. */
const clockNow = ({ timezone, date }: { timezone: string; date: string }, at: number): string | null => {
  const part = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const [today = '', time = ''] = part.format(at).split(' ')
  return today === date ? time : null
}

/** Whatever else stands in a template stays as it was written. */
const withTimetable = (
  template: unknown,
  { start, end, agenda, phases, plenumPhases }: Timetable,
): unknown => {
  const raw = template as Record<string, unknown>
  const merged = (list: unknown, items: readonly { readonly id: string }[], fields: readonly string[]) =>
    (list as { id: string }[] | null | undefined)?.map((one) => {
      const found = items.find(({ id }) => id === one.id) as Record<string, unknown> | undefined
      return { ...one, ...Object.fromEntries(fields.map((field) => [field, found?.[field]])) }
    })
  const times = ['start', 'end']
  return {
    ...raw,
    start,
    end,
    agenda: merged(raw['agenda'], agenda, [...times, 'title', 'speaker', 'organisation']),
    phases: merged(raw['phases'], phases, times),
    plenumPhases: merged(raw['plenumPhases'], plenumPhases, times),
  }
}
