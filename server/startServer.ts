import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import type { EventPlan } from '#shared/template.ts'
import type { App } from './app.ts'
import { baseUrl, localOrigin, readSecret, type Config } from './config.ts'
import { Connections } from './doors/connections.ts'
import { HttpLines } from './doors/httpLines.ts'
import { openSocketDoor } from './doors/sockets.ts'
import { Turnstile } from './doors/turnstile.ts'
import type { DoorPorts } from './doors/visitor.ts'
import { Events } from './events.ts'
import { httpOf } from './http.ts'
import { writeLinks, type Links } from './linksFile.ts'
import { openLog, type Log } from './log.ts'
import { Metrics } from './metrics.ts'
import { startMinuteLog } from './minuteLog.ts'
import { openApp } from './openApp.ts'
import { wipeTraces } from './day/wipeTraces.ts'
import { openEvents, type OpenedEvent } from './openEvents.ts'
import { threadedWorkshop } from './rooms/threadedWorkshop.ts'
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
  const opened = await openEvents(store, config.templatePath, Date.now())
  const server = createServer()
  let base = ''
  const workshop = threadedWorkshop()
  const metrics = new Metrics()
  const connections = new Connections(config.limits)
  const open = ({ records, plan }: OpenedEvent) =>
    openApp({ config, store, records, plan, log, secret, workshop, metrics, baseUrl: () => base })
  const events = new Events(opened, {
    store,
    open,
    now: () => Date.now(),
    origin: () => localOrigin(config, (server.address() as AddressInfo).port),
  })
  metrics.watch({ rooms: events, connections: () => connections.count, canSave: () => store.isUp() })
  const gatherAll = () => Promise.all(events.all().map(({ plenum }) => plenum.gathering.gatherAll()))
  const wipeAll = () =>
    Promise.all(events.all().map(({ day }) => day.inOrder(() => wipeTraces(day)))).catch((fault: unknown) =>
      log.error({ err: fault }, 'traces of votes and reveals are not wiped yet'),
    )
  onStore.push((isUp) => {
    for (const { rooms, streams } of events.all()) {
      rooms.reassess()
      streams.tellAll('saving')
    }
    // What could not be gathered while nothing could be saved.
    if (isUp) gatherAll().catch((fault: unknown) => log.error({ err: fault }, 'gathering failed'))
    if (isUp) void wipeAll()
  })
  await gatherAll()
  await wipeAll()
  const ports: DoorPorts = {
    eventOf: (room) => events.ofRoom(room),
    ownHost: () => new URL(base).host,
    connections,
    turnstile: new Turnstile(config.limits.admissionsPerSecond, realTimers),
    limits: config.limits,
    meters: metrics,
    timers: realTimers,
    log,
  }
  const linesOf = ({ streams }: App) => new HttpLines(streams, ports)
  server.on('request', httpOf(events, config, linesOf, page && ((express) => page(express, server))))
  const sockets = openSocketDoor(server, ports)
  // Last of all: whoever is let in is answered.
  const port = await listen(server, config)
  base = baseUrl(config, port)
  const tellLinks = () => writeLinks(config.dataDir, base, events.all().map(codesOf))
  const links = tellLinks()
  events.onChange(tellLinks)
  const stopMinuteLog = startMinuteLog(log, metrics)
  let closing: Promise<void> | null = null
  const close = async () => {
    stopMinuteLog()
    server.close()
    await Promise.all(events.all().map(({ rooms }) => rooms.close()))
    // Whoever is in a room was told so over either.
    for (const { streams } of events.all()) streams.close()
    await sockets.close()
    server.closeIdleConnections()
    await workshop.close()
    await store.close()
  }
  return {
    url: base,
    origin: localOrigin(config, port),
    links: links.filter(({ event }) => event === events.home.event),
    plan: events.home.plan,
    close: () => (closing ??= close()),
  }
}

const codesOf = ({ event, plan, records }: App) => ({
  event,
  title: plan.title,
  codes: records.get('event', 'event')?.codes ?? null,
})

/** Answers the port, which the system chooses for PORT=0. */
const listen = (server: Server, config: Config): Promise<number> =>
  new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(config.port, config.host, () => {
      server.off('error', failed)
      done((server.address() as AddressInfo).port)
    })
  })
