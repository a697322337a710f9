import { Refusal } from '#shared/refusal.ts'
import type { DayState } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { hasGroup, personOfTicket, type App } from './app.ts'
import { Tickets } from './auth/ticket.ts'
import { Transfers } from './auth/transfers.ts'
import type { Config } from './config.ts'
import { Day } from './day/day.ts'
import { EventStreams } from './doors/eventStream.ts'
import { livePlan } from './livePlan.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { newId } from './newId.ts'
import { Plenum } from './plenum/plenum.ts'
import type { Records } from './records.ts'
import { Rooms } from './rooms/rooms.ts'
import type { Workshop } from './rooms/workshop.ts'
import type { WatchedStore } from './store/watchedStore.ts'
import { realTimers } from './timers.ts'

/** What an event is opened with. */
export type AppParts = {
  config: Config
  store: WatchedStore
  records: Records
  plan: EventPlan
  log: Log
  secret: Uint8Array
  workshop: Workshop
  metrics: Metrics
  baseUrl: () => string
}
/** One event with its rows, rooms, Plenum and day. */
export const openApp = ({
  config,
  store,
  records,
  plan,
  log,
  secret,
  workshop,
  metrics,
  baseUrl,
}: AppParts): App => {
  const late: { plenum?: Plenum; day?: Day } = {}
  const planNow = livePlan(records, plan)
  const dayState = (): DayState => ({
    plenumFrozen: late.plenum?.isFrozen ?? false,
    membersMayWrite: (group) => late.day?.membersMayWrite(group) ?? true,
  })
  const rooms = new Rooms({
    store,
    workshop,
    limits: config.limits,
    meters: metrics,
    records,
    timers: realTimers,
    newId,
    hasGroup: (group) => hasGroup(planNow(), group),
    day: dayState,
    canSave: () => store.isUp(),
    onFault: (room, fault) => log.error({ err: fault, room }, 'room was given up'),
  })
  const plenum = new Plenum({
    event: records.event,
    get plan() {
      return planNow()
    },
    records,
    rooms,
    now: () => Date.now(),
    newId,
    onFault: (fault) => {
      // Closing ends what is under way; the next start gathers again.
      if (!(fault instanceof Refusal && fault.code === 'shuttingDown'))
        log.error({ err: fault }, 'gathering failed')
    },
  })
  late.plenum = plenum
  const day = new Day({
    event: records.event,
    get plan() {
      return planNow()
    },
    records,
    rooms,
    workshop,
    now: () => Date.now(),
    newId,
  })
  late.day = day
  // Rights follow the phase before anything else is heard.
  records.onChange((changes) => {
    if (changes.some(({ table }) => table === 'phase')) rooms.reassess()
  })
  const tickets = new Tickets(secret, records.event, config.ticketDays)
  return {
    event: records.event,
    get plan() {
      return planNow()
    },
    records,
    rooms,
    workshop,
    plenum,
    tickets,
    whoIs: (ticket) => personOfTicket({ tickets, records }, ticket),
    streams: new EventStreams(records, newId, config.limits.pingMs),
    log,
    metrics,
    now: () => Date.now(),
    newId,
    baseUrl,
    canSave: () => store.isUp(),
    dayState,
    day,
    transfers: new Transfers(
      () => Date.now(),
      (code) => records.get('event', 'event')?.codes.member === code,
    ),
  }
}
