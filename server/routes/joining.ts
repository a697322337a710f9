import { isDeepStrictEqual } from 'node:util'
import { Router, type Request, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import { stringifySetCookie } from 'cookie'
import type { CodeAnswer, JoinAnswer, MeAnswer, Person } from '#shared/api.ts'
import { joinCommand, parseName, seatCommand } from '#shared/commands.ts'
import type { GroupId, PersonId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Seat, UserRole } from '#shared/roles.ts'
import { briefOf, hasGroup, type App } from '../app.ts'
import type { Config } from '../config.ts'
import { cookieName } from '../auth/credentials.ts'
import { codeGuesses } from '../auth/codeGuesses.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

const minuteMs = 60_000

/** Joining, and who one is. */
export const joiningRoutes = (
  app: App,
  { ticketDays, limits }: Pick<Config, 'ticketDays' | 'limits'>,
): Router => {
  const router = Router()
  const roleOf = codeGuesses(() => app.records.get('event', 'event')?.codes, app.now)
  const joins = rateLimit({
    windowMs: minuteMs,
    limit: limits.joinsPerMinute,
    legacyHeaders: false,
    // Events are also opened while the server runs.
    validate: { creationStack: false },
    handler: (_request, _response, next) => next(new Refusal('tooManyTries')),
  })

  router.get(
    '/event',
    answering(() => briefOf(app.plan)),
  )

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
      const command = parseBody(joinCommand, request)
      const role = roleOf(command.code, request.ip)
      const wanted = newPerson(app, role, command.name, command.group ?? null)
      const person = (await sameAsBefore(app, request, wanted)) ?? wanted
      if (person === wanted) await app.records.commit([{ table: 'person', id: person.id, value: person }])
      const ticket = await app.tickets.issue(person.id)
      setCookie(request, response, ticket, ticketDays)
      return { ticket, person, event: briefOf(app.plan) }
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
      const { group } = parseBody(seatCommand, request)
      const moved = movedTo(person, seatFor(app, person.role, group))
      await app.records.commit([{ table: 'person', id: person.id, value: moved }])
      app.rooms.reassess(person.id)
      return moved
    }),
  )

  router.post(
    '/leave',
    answering((request, response) => setCookie(request, response, '', 0)),
  )
  return router
}

/** Sending the form twice, or scanning the code again, makes no second person. */
const sameAsBefore = async (app: App, request: Request, wanted: Person): Promise<Person | null> => {
  const known = await personOf(app, request).catch(() => null)
  const isSame = known?.name === wanted.name && known.role === wanted.role
  return isSame && (wanted.seat === null || isDeepStrictEqual(known.seat, wanted.seat)) ? known : null
}

const newPerson = (app: App, role: UserRole, rawName: unknown, group: string | null): Person => {
  const parsed = parseName(role === 'beamer' && !rawName ? 'Beamer' : rawName)
  if ('fault' in parsed) throw new Refusal(parsed.fault)
  const seat = group === null || group === '' ? noSeat(role) : seatFor(app, role, group)
  return { id: app.newId<PersonId>(), name: parsed.name, role, seat, joinedAt: app.now() }
}

/** The group that is left stays known: late edits to it are kept, not refused. */
const movedTo = (person: Person, seat: Seat): Person => {
  const left = person.seat?.kind === 'group' ? [person.seat.group] : []
  return { ...person, seat, formerGroups: [...new Set([...(person.formerGroups ?? []), ...left])] }
}

/** Members may choose later; a moderator without a place could do nothing. */
const noSeat = (role: UserRole): Seat => {
  if (role === 'moderator') throw new Refusal('seatMissing')
  return null
}

const seatFor = (app: App, role: UserRole, group: string): Seat => {
  if (group === 'plenum') {
    if (role === 'member') throw new Refusal('seatNotPlenum')
    return role === 'moderator' ? { kind: 'plenum' } : null
  }
  if (!hasGroup(app.plan, group)) throw new Refusal('groupUnknown')
  return role === 'member' || role === 'moderator' ? { kind: 'group', group: group as GroupId } : null
}

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
