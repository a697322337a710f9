import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type Express, type Request, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { HealthAnswer } from '#shared/api.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from './app.ts'
import { assetFiles } from './assetFiles.ts'
import { credentialsOf } from './auth/credentials.ts'
import type { Config } from './config.ts'
import { DraftCounts } from './day/draftCounts.ts'
import { FirstLooks } from './day/firstLooks.ts'
import type { HttpLines } from './doors/httpLines.ts'
import type { Events } from './events.ts'
import { beamerRoutes } from './routes/beamer.ts'
import { consentRoutes } from './routes/consents.ts'
import { agendaRoutes } from './routes/agenda.ts'
import { collectingRoutes } from './routes/collecting.ts'
import { dayRoutes } from './routes/day.ts'
import { erasingRoutes } from './routes/erasing.ts'
import { eventsRoutes } from './routes/events.ts'
import { exportRoutes } from './routes/exporting.ts'
import { fateRoutes } from './routes/fates.ts'
import { joiningRoutes } from './routes/joining.ts'
import { metricsRoute } from './routes/metrics.ts'
import { minutesRoutes } from './routes/minutes.ts'
import { overlapRoutes } from './routes/overlaps.ts'
import { phaseRoutes } from './routes/phases.ts'
import { plenumRoutes } from './routes/plenum.ts'
import { presentingRoutes } from './routes/presenting.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { questionRoutes } from './routes/questions.ts'
import { readingRoutes } from './routes/reading.ts'
import { answering, failing } from './routes/respond.ts'
import { streamRoutes } from './routes/streaming.ts'
import { voteRoutes } from './routes/votes.ts'
import { languageAsked, startPage } from './startPage.ts'

const built = fileURLToPath(new URL('../dist/client', import.meta.url))

/** Routes → functions. `page` serves the client: the built one, or in development Vite's. */
export const httpOf = (
  events: Events,
  config: Config,
  linesOf: (app: App) => HttpLines,
  page: (express: Express) => void = builtPage,
): Express => {
  const http = express()
  http.disable('x-powered-by')
  http.set('trust proxy', config.trustProxy)
  http.use(safeHeaders)
  http.get(
    '/health',
    answering((_request, response): HealthAnswer => {
      const { canSave, event } = events.home
      response.status(canSave() ? 200 : new Refusal('storeDown').http)
      return { status: canSave() ? 'ok' : 'storeDown', event }
    }),
  )
  http.use(metricsRoute(events))
  const api = express.Router()
  api.use((_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  api.use(express.json({ limit: '2mb' }))
  const apis = new Map<App, RequestHandler>()
  // Ahead of the first request: limits are counted from the beginning, and an emptied event begins anew.
  const open = () => {
    for (const app of events.all())
      if (!apis.has(app)) apis.set(app, apiOf(app, events, config, linesOf(app)))
    for (const app of apis.keys()) if (!events.all().includes(app)) apis.delete(app)
  }
  open()
  events.onChange(open)
  api.use((request, response, next) => apis.get(eventAskedFor(events, request))?.(request, response, next))
  http.use('/api', api, failing(events.home.log, events.home.plan.language))
  page(http)
  return http
}

/** What one event answers. */
const apiOf = (app: App, events: Events, config: Config, lines: HttpLines): RequestHandler => {
  const api = express.Router()
  const drafts = new DraftCounts(app)
  api.use(joiningRoutes(app, config))
  api.use(readingRoutes(app, new FirstLooks(app)))
  api.use(streamRoutes(app, lines))
  api.use(dayRoutes(app))
  api.use(agendaRoutes(app))
  api.use(phaseRoutes(app, drafts))
  api.use(collectingRoutes(app, drafts))
  api.use(voteRoutes(app))
  api.use(plenumRoutes(app))
  api.use(consentRoutes(app))
  api.use(fateRoutes(app))
  api.use(minutesRoutes(app))
  api.use(presentingRoutes(app))
  api.use(overlapRoutes(app))
  api.use(proposalRoutes(app))
  api.use(questionRoutes(app))
  api.use(beamerRoutes(app))
  api.use(exportRoutes(app))
  api.use(erasingRoutes(app))
  api.use(eventsRoutes(app, events))
  api.use((_request, _response, next) => next(new Refusal('notFound')))
  api.use(failing(app.log, app.plan.language))
  return api
}

/** Whoever brings a code asks for its event; everyone else for that of their ticket. */
const eventAskedFor = (events: Events, request: Request): App => {
  const { code } = (request.body ?? {}) as { code?: unknown }
  if (request.method === 'POST' && request.path === '/transfer' && typeof code === 'string')
    return events.all().find((app) => app.transfers.has(code)) ?? events.home
  const typed =
    request.method === 'POST' && request.path === '/join'
      ? code
      : (/^\/codes\/([^/]+)$/.exec(request.path)?.[1] ?? request.query['code'])
  if (typeof typed === 'string') return events.ofCode(decoded(typed)) ?? events.home
  return events.ofTicket(credentialsOf(request).ticket)
}

/** As it was typed; what nobody can decode stays as it is. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Everything from our own host, nothing that needs https: a venue's network is plain http. */
const safeHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: { policy: 'same-origin' },
})

const builtPage = (http: Express): void => {
  if (existsSync(`${built}/assets`)) http.use('/assets', assetFiles(`${built}/assets`))
  http.use(express.static(built, { index: false }))
  const page = startPage(built)
  http.use((request, response, next) => {
    if (request.method !== 'GET' || !existsSync(`${built}/index.html`)) return next()
    const { pathname, searchParams } = new URL(request.originalUrl, 'http://page')
    response.set('cache-control', 'no-cache')
    response.vary('accept-language')
    response.type('html').send(page(pathname, searchParams, languageAsked(request.acceptsLanguages())))
  })
}
