import { createHash } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import { stringifySetCookie } from 'cookie'
import { toString as qrSvg } from 'qrcode'
import type { CodeAnswer, JoinAnswer, MeAnswer, Person } from '#shared/api.ts'
import { parseName, seatCommand } from '#shared/commands.ts'
import type { TransferAnswer } from '#shared/day/joining.ts'
import { joinCommand, transferCommand } from '#shared/day/joiningCommands.ts'
import { idOf, type LevelId, type PersonId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { UserRole } from '#shared/roles.ts'
import { briefOf, type App } from '../app.ts'
import type { Config } from '../config.ts'
import { codeGuesses } from '../auth/codeGuesses.ts'
import { cookieName } from '../auth/credentials.ts'
import { guessLimit } from '../auth/guessLimit.ts'
import { Seating } from '../day/seating.ts'
import { transferUrl } from '../joinUrl.ts'
import { peopleRoutes } from './people.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

const minuteMs = 60_000

/** Joining, who one is, and who sits where. */
export const joiningRoutes = (
  app: App,
  { ticketDays, limits }: Pick<Config, 'ticketDays' | 'limits'>,
): Router => {
  const router = Router()
  const guesses = guessLimit(app.now)
  const roleOf = codeGuesses(() => app.records.get('event', 'event')?.codes, guesses)
  const seating = new Seating(app.day.ports)
  const brief = () => briefOf(app.plan, (group) => seating.free(group))
  const joins = rateLimit({
    windowMs: minuteMs,
    limit: limits.joinsPerMinute,
    legacyHeaders: false,
    // Events may be opened, and their routes made, while the server runs.
    validate: { creationStack: false },
    handler: (_request, _response, next) => next(new Refusal('tooManyTries')),
  })
  const letIn = async (request: Request, response: Response, person: Person): Promise<JoinAnswer> => {
    const ticket = await app.tickets.issue(person.id)
    setCookie(request, response, ticket, ticketDays)
    return { ticket, person, event: brief() }
  }

  router.get('/event', answering(brief))

  router.get(
    '/codes/:code',
    answering((request): CodeAnswer => {
      const code = String(request.params['code'])
      return { role: roleOf(code, request.ip), code }
    }),
  )

  router.post(
    '/join',
    joins,
    answering(async (request, response): Promise<JoinAnswer> => {
      const { code, name: typed, group, level, attempt } = parseBody(joinCommand, request)
      const role = roleOf(code, request.ip)
      const name = nameOf(typed, role)
      const same = await sameAsBefore(app, request, name, role)
      const id = attempt ? idOfAttempt(attempt, role) : app.newId<PersonId>()
      const before = same ?? app.records.get('person', id) ?? null
      const person = await seating.enter({
        id: before?.id ?? id,
        name,
        role,
        level: levelIn(app, role, level),
        wanted: group || null,
        before,
      })
      return letIn(request, response, person)
    }),
  )

  router.get(
    '/me',
    answering(async (request): Promise<MeAnswer> => {
      return { person: await personOf(app, request), event: app.plan, now: app.now() }
    }),
  )

  router.post(
    '/me/group',
    answering(async (request) => {
      const person = await personOf(app, request)
      demand(person, 'chooseGroup')
      return seating.choose(person, parseBody(seatCommand, request).group)
    }),
  )

  router.post(
    '/me/transfer',
    joins,
    answering(async (request): Promise<TransferAnswer> => {
      const { id, role } = await personOf(app, request)
      if (role === 'beamer') throw new Refusal('forbidden')
      const offer = app.transfers.offer(id)
      const url = transferUrl(app.baseUrl(), offer.code)
      return { ...offer, url, qr: await qrSvg(url, { type: 'svg', margin: 2 }) }
    }),
  )

  router.post(
    '/transfer',
    joins,
    answering(async (request, response): Promise<JoinAnswer> => {
      const { code } = parseBody(transferCommand, request)
      guesses.check(request.ip)
      const id = app.transfers.take(code)
      const person = id && app.records.get('person', app.records.get('alias', id)?.into ?? id)
      if (person) return letIn(request, response, person)
      guesses.count(request.ip)
      throw new Refusal('transferUnknown')
    }),
  )

  router.post(
    '/leave',
    answering((request, response) => setCookie(request, response, '', 0)),
  )
  router.use(peopleRoutes(app, seating))
  return router
}

/** Sending the form twice, or scanning another code of the event, makes no second person. */
const sameAsBefore = async (
  app: App,
  request: Request,
  name: string,
  role: UserRole,
): Promise<Person | null> => {
  const known = await personOf(app, request).catch(() => null)
  return known?.name === name && known.role === role ? known : null
}

const nameOf = (raw: unknown, role: UserRole): string => {
  const parsed = parseName(role === 'beamer' && !raw ? 'Beamer' : raw)
  if ('fault' in parsed) throw new Refusal(parsed.fault)
  return parsed.name
}

/** A form that is sent again names the same person; nobody can find the secret of the form from the id. */
const idOfAttempt = (attempt: string, role: UserRole): PersonId =>
  idOf<PersonId>(createHash('sha256').update(`${role} ${attempt}`).digest())

/** What nobody asks for is not kept. */
const levelIn = (app: App, role: UserRole, level: string | null | undefined): LevelId | null =>
  app.plan.askLevel === 'optional' && role === 'member'
    ? (app.plan.levels.find(({ id }) => id === level)?.id ?? null)
    : null

const setCookie = (request: Request, response: Response, value: string, days: number): void => {
  response.append(
    'set-cookie',
    stringifySetCookie({
      name: cookieName,
      value,
      httpOnly: true,
      sameSite: 'lax',
      secure: request.secure,
      path: '/',
      maxAge: days * 86_400,
    }),
  )
}
