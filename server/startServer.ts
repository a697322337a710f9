import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { Refusal } from '#shared/refusal.ts'
import type { DayState } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { hasGroup, whoIs, type App } from './app.ts'
import { Tickets } from './auth/ticket.ts'
import { baseUrl, localOrigin, readSecret, type Config } from './config.ts'
import { Day } from './day/day.ts'
import { Connections } from './doors/connections.ts'
import { EventStreams } from './doors/eventStream.ts'
import { HttpLines } from './doors/httpLines.ts'
import { openSocketDoor } from './doors/sockets.ts'
import { Turnstile } from './doors/turnstile.ts'
import type { DoorPorts } from './doors/visitor.ts'
import { httpOf } from './http.ts'
import { writeLinks, type Links } from './linksFile.ts'
import { livePlan } from './livePlan.ts'
import { openLog, type Log } from './log.ts'
import { Metrics } from './metrics.ts'
import { startMinuteLog } from './minuteLog.ts'
import { newId } from './newId.ts'
import { openEvent } from './openEvent.ts'
import { Plenum } from './plenum/plenum.ts'
import type { Records } from './records.ts'
import { Rooms } from './rooms/rooms.ts'
import { threadedWorkshop } from './rooms/threadedWorkshop.ts'
import type { Workshop } from './rooms/workshop.ts'
import { openSqliteStore } from './store/sqliteStore.ts'
import { watchedStore, type WatchedStore } from './store/watchedStore.ts'
import { realTimers } from './timers.ts'

export type Running = {
  /** Where links lead. */
  readonly url: string
  /** Where this machine itself reaches the server, whatever the links say. */
  readonly origin: string
  readonly links: Links
  readonly plan: EventPlan
  close(): Promise<void>
}

/** Serves the client: in development Vite does, which also wants the server for its WebSocket. */
export type Page = (express: Express, server: Server) => void

/** Opens the store, the event and the doors. The only place that chooses adapters. */
export const startServer = async (config: Config, page?: Page): Promise<Running> => {
  const log = openLog(config.logLevel)
  const secret = readSecret(config.dataDir)
  const hearers: ((isUp: boolean) => void)[] = []
  const sqlite = await openSqliteStore(join(config.dataDir, 'leitwand.sqlite'))
  const store = watchedStore(sqlite, realTimers, (isUp, fault) => {
    if (isUp) log.info('the store is back')
    else log.error({ err: fault }, 'the store cannot save')
    for (const hear of hearers) hear(isUp)
  })
  try {
    return await openDoors(config, page, log, secret, store, hearers)
  } catch (fault) {
    await store.close()
    throw fault
  }
}

const openDoors = async (
  config: Config,
  page: Page | undefined,
  log: Log,
  secret: Uint8Array,
  store: WatchedStore,
  onStore: ((isUp: boolean) => void)[],
): Promise<Running> => {
  const { records, plan } = await openEvent(store, config.templatePath, Date.now())
  const server = createServer()
  let base = ''
  const workshop = threadedWorkshop()
  const metrics = new Metrics()
  const connections = new Connections(config.limits)
  const parts = { config, store, records, plan, log, secret, workshop, metrics, baseUrl: () => base }
  const app = openApp(parts)
  metrics.watch({ rooms: app.rooms, connections: () => connections.count, canSave: () => store.isUp() })
  onStore.push((isUp) => {
    app.rooms.reassess()
    app.streams.tellAll('saving')
    // What could not be gathered while nothing could be saved.
    if (isUp)
      app.plenum.gathering
        .gatherAll()
        .catch((fault: unknown) => log.error({ err: fault }, 'gathering failed'))
  })
  await app.plenum.gathering.gatherAll()
  const ports: DoorPorts = {
    rooms: app.rooms,
    whoIs: whoIs(app),
    day: app.dayState,
    ownHost: () => new URL(base).host,
    connections,
    turnstile: new Turnstile(config.limits.admissionsPerSecond, realTimers),
    limits: config.limits,
    meters: metrics,
    timers: realTimers,
    log,
  }
  const lines = new HttpLines(app.streams, ports)
  server.on('request', httpOf(app, config, lines, page && ((express) => page(express, server))))
  const sockets = openSocketDoor(server, ports)
  // Last of all: whoever is let in is answered.
  const port = await listen(server, config)
  base = baseUrl(config, port)
  const links = writeLinks(config.dataDir, base, records.get('event', 'event')?.codes ?? null)
  const stopMinuteLog = startMinuteLog(log, metrics)
  let closing: Promise<void> | null = null
  const close = async () => {
    stopMinuteLog()
    server.close()
    await app.rooms.close()
    // Whoever is in a room was told so over either.
    app.streams.close()
    await sockets.close()
    server.closeIdleConnections()
    await workshop.close()
    await store.close()
  }
  return { url: base, origin: localOrigin(config, port), links, plan, close: () => (closing ??= close()) }
}

type Parts = {
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
const openApp = ({ config, store, records, plan, log, secret, workshop, metrics, baseUrl }: Parts): App => {
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
  const day = new Day(plenum.ports)
  late.day = day
  // Rights follow the phase before anything else is heard.
  records.onChange((changes) => {
    if (changes.some(({ table }) => table === 'phase')) rooms.reassess()
  })
  return {
    event: records.event,
    get plan() {
      return planNow()
    },
    records,
    rooms,
    workshop,
    plenum,
    tickets: new Tickets(secret, records.event, config.ticketDays),
    streams: new EventStreams(records, newId, config.limits.pingMs),
    log,
    metrics,
    now: () => Date.now(),
    newId,
    baseUrl,
    canSave: () => store.isUp(),
    dayState,
    day,
  }
}

/** Answers the port, which the system chooses for PORT=0. */
const listen = (server: Server, config: Config): Promise<number> =>
  new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(config.port, config.host, () => {
      server.off('error', failed)
      done((server.address() as AddressInfo).port)
    })
  })
