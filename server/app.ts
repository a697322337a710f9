import type { EventBrief, Person } from '#shared/api.ts'
import type { EventId, GroupId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { DayState } from '#shared/roles.ts'
import { groupOf, type EventPlan } from '#shared/template.ts'
import type { Tickets } from './auth/ticket.ts'
import type { Transfers } from './auth/transfers.ts'
import type { Day } from './day/day.ts'
import type { EventStreams } from './doors/eventStream.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Plenum } from './plenum/plenum.ts'
import type { Records } from './records.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { Workshop } from './rooms/workshop.ts'

/** Everything a route may need: one open event. */
export type App = {
  readonly event: EventId
  /** As it is now: titles and times may change during the day. */
  readonly plan: EventPlan
  readonly records: Records
  readonly rooms: Rooms
  readonly workshop: Workshop
  readonly plenum: Plenum
  readonly tickets: Tickets
  readonly streams: EventStreams
  readonly log: Log
  readonly metrics: Metrics
  readonly now: () => number
  readonly newId: <T extends string>() => T
  /** Origin of links and QR codes. */
  readonly baseUrl: () => string
  readonly canSave: () => boolean
  readonly dayState: () => DayState
  readonly whoIs: (ticket: string | null) => Promise<Person>
  readonly day: Day
  /** Codes that bring people to another device. */
  readonly transfers: Transfers
}

/** The person of a ticket, as the rows know them now. */
export const personOfTicket = async (
  { tickets, records }: Pick<App, 'tickets' | 'records'>,
  ticket: string | null,
): Promise<Person> => {
  const id = await tickets.read(ticket)
  const person = records.get('person', records.get('alias', id)?.into ?? id)
  if (!person) throw new Refusal('ticketForged')
  return person
}

/** `free`: places left in a group, null for any number. */
export const briefOf = (plan: EventPlan, free: (group: GroupId) => number | null): EventBrief => {
  const { id, title, subtitle, language, date, start, end, timezone, groups } = plan
  return {
    id,
    title,
    subtitle,
    language,
    date,
    start,
    end,
    timezone,
    groups: groups.map((group) => ({ id: group.id, title: group.title, free: free(group.id) })),
    levels:
      plan.askLevel === 'no'
        ? []
        : plan.levels.map((level) => ({ id: level.id, de: level.de, en: level.en })),
  }
}

export const hasGroup = (plan: EventPlan, id: string): boolean =>
  groupOf(plan, id as Parameters<typeof groupOf>[1]) !== undefined
