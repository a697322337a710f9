import type { AgendaItem, EventPlan, Phase } from '../template.ts'

/** New words and times of an item; what is left out stays. */
export type AgendaChange = {
  readonly title?: string | undefined
  readonly speaker?: string | null | undefined
  readonly organisation?: string | null | undefined
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly moveFollowing: boolean
}

/** As much of a plan as moves when an item moves. */
export type Timetable = Pick<EventPlan, 'start' | 'end' | 'agenda' | 'phases' | 'plenumPhases'>
export type AgendaOutcome =
  | { readonly timetable: Timetable }
  /** `other`: the item that is in the way. */
  | { readonly fault: 'agendaEnd' | 'agendaDay' }
  | { readonly fault: 'agendaOverlap' | 'agendaOrder'; readonly other: AgendaItem }

const lastMinute = 24 * 60 - 1
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

type Span = { readonly start: number; readonly end: number }
const spanOf = ({ start, end }: { readonly start: string; readonly end: string }): Span => ({
  start: minutesOf(start),
  end: minutesOf(end),
})
const movedBy = ({ start, end }: Span, minutes: number): Span => ({
  start: start + minutes,
  end: end + minutes,
})
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end
const isInDay = ({ start, end }: Span) => start >= 0 && end <= lastMinute

/** When an item will be: a new start alone keeps its length. */
const wantedSpan = (item: AgendaItem, { start, end }: Pick<AgendaChange, 'start' | 'end'>): Span => {
  const old = spanOf(item)
  const from = start === undefined ? old.start : minutesOf(start)
  return { start: from, end: end === undefined ? old.end + from - old.start : minutesOf(end) }
}

/**
 * An item with its new words and times. What follows moves by as many minutes as its end, if wanted; what has begun
 * by `now` (`HH:MM`, null on another day) stays. No two items trade places, and none overlap that did not before.
 */
export const changeAgenda = (
  table: Timetable,
  item: AgendaItem,
  change: AgendaChange,
  now: string | null,
): AgendaOutcome => {
  const { title = item.title, speaker = item.speaker, organisation = item.organisation } = change
  const old = spanOf(item)
  const wanted = wantedSpan(item, change)
  const isMoved = wanted.start !== old.start || wanted.end !== old.end
  if (isMoved && wanted.end <= wanted.start) return { fault: 'agendaEnd' }
  const follows = (other: AgendaItem) =>
    change.moveFollowing && minutesOf(other.start) >= old.end && (now === null || other.start > now)
  const outcome = isMoved
    ? retime(table, (other) => {
        if (other.id === item.id) return wanted
        return follows(other) ? movedBy(spanOf(other), wanted.end - old.end) : spanOf(other)
      })
    : { timetable: table }
  if ('fault' in outcome) return outcome
  const agenda = outcome.timetable.agenda.map((other) =>
    other.id === item.id ? { ...other, title, speaker, organisation } : other,
  )
  return { timetable: { ...outcome.timetable, agenda } }
}

/** Every item at its new time, its phases with it; or what forbids it. */
const retime = (table: Timetable, spanFor: (item: AgendaItem) => Span): AgendaOutcome => {
  const spans = table.agenda.map((item) => ({ item, old: spanOf(item), span: spanFor(item) }))
  if (spans.some(({ old, span }) => span.end < span.start && old.end >= old.start))
    return { fault: 'agendaEnd' }
  for (const [at, a] of spans.entries())
    for (const b of spans.slice(at + 1)) {
      const other = isSame(b.span, b.old) || !isSame(a.span, a.old) ? b.item : a.item
      if (a.old.start <= b.old.start && a.span.start > b.span.start) return { fault: 'agendaOrder', other }
      if (overlap(a.span, b.span) && !overlap(a.old, b.old)) return { fault: 'agendaOverlap', other }
    }
  const phase = (one: Phase): Phase => {
    const at = minutesOf(one.start)
    const home = spans.find(({ old }) => old.start <= at && at < old.end)
    return home ? withSpan(one, movedBy(spanOf(one), home.span.start - home.old.start)) : one
  }
  const phases = table.phases.map(phase)
  const plenumPhases = table.plenumPhases.map(phase)
  if (!spans.every(({ span }) => isInDay(span))) return { fault: 'agendaDay' }
  if (![...phases, ...plenumPhases].every((one) => isInDay(spanOf(one)))) return { fault: 'agendaDay' }
  const before = bounds(spans.map(({ old }) => old))
  const after = bounds(spans.map(({ span }) => span))
  const [start, end] = [minutesOf(table.start), minutesOf(table.end)]
  return {
    timetable: {
      // A day that ended with its last item goes on doing so.
      start: clockOf(start === before.start ? after.start : Math.min(start, after.start)),
      end: clockOf(end === before.end ? after.end : Math.max(end, after.end)),
      agenda: spans.map(({ item, span }) => withSpan(item, span)),
      phases,
      plenumPhases,
    },
  }
}

const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end
const withSpan = <T extends AgendaItem | Phase>(one: T, { start, end }: Span): T => ({
  ...one,
  start: clockOf(start),
  end: clockOf(end),
})
const bounds = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})
