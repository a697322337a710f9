import { Router, type Request } from 'express'
import { toString as qrSvg } from 'qrcode'
import type { SignsAnswer } from '#shared/day/joining.ts'
import {
  expectedCommand,
  mergePeopleCommand,
  seatCommand,
  seatManyCommand,
} from '#shared/day/joiningCommands.ts'
import { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import type { App } from '../app.ts'
import { supportId } from '../day/questions.ts'
import { expect, mergePeople, peopleAnswer, personAt, removePerson } from '../day/people.ts'
import type { Seating } from '../day/seating.ts'
import { joinUrl } from '../joinUrl.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Everyone at a glance, who sits where, and signs for the doors. */
export const peopleRoutes = (app: App, seating: Seating): Router => {
  const router = Router()
  const { ports, inOrder } = app.day
  const byStaff = async (request: Request) => {
    const person = await personOf(app, request)
    demand(person, 'seatPeople')
    return person
  }
  const readers = async (request: Request) => {
    const person = await personOf(app, request)
    if (!may(person, 'seatPeople')) demand(person, 'seeControl')
  }

  router.get(
    '/people',
    answering(async (request) => {
      await readers(request)
      return peopleAnswer(ports)
    }),
  )

  router.post(
    '/people/seats',
    answering(async (request) => {
      await byStaff(request)
      const { people, group, beyond } = parseBody(seatManyCommand, request)
      return inOrder(async () => ({
        people: await seating.seatAll(
          [...new Set(people)].map((id) => seatable(personAt(ports, id))),
          group,
          beyond,
        ),
      }))
    }),
  )

  router.post(
    '/people/:id/seat',
    answering(async (request) => {
      await byStaff(request)
      const { group, beyond } = parseBody(seatCommand, request)
      return inOrder(async () => {
        const person = seatable(personAt(ports, String(request.params['id'])))
        return (await seating.seatAll([person], group, beyond))[0]
      })
    }),
  )

  router.put(
    '/people/expected',
    answering(async (request) => {
      await byStaff(request)
      const { list, beyond } = parseBody(expectedCommand, request)
      return inOrder(() => expect(ports, seating, list, beyond))
    }),
  )

  router.post(
    '/people/:id/merge',
    answering(async (request) => {
      await byStaff(request)
      const { into } = parseBody(mergePeopleCommand, request)
      return inOrder(() =>
        mergePeople(
          ports,
          personAt(ports, String(request.params['id'])),
          personAt(ports, into),
          (question, id) => supportId(app, question, { id }),
        ),
      )
    }),
  )

  router.delete(
    '/people/:id',
    answering(async (request) => {
      const staff = await byStaff(request)
      await inOrder(async () => {
        const person = personAt(ports, String(request.params['id']))
        if (person.id === staff.id) throw new Refusal('forbidden')
        await removePerson(ports, person)
      })
    }),
  )

  router.get(
    '/signs',
    answering(async (request): Promise<SignsAnswer> => {
      await readers(request)
      const code = app.records.get('event', 'event')?.codes.member ?? ''
      const sign = async (group?: string) => {
        const url = joinUrl(app.baseUrl(), code, group)
        return { url, qr: await qrSvg(url, { type: 'svg', margin: 0 }) }
      }
      const groups = app.plan.groups.map(async ({ id }) => ({ id, ...(await sign(id)) }))
      return { code, ...(await sign()), groups: await Promise.all(groups) }
    }),
  )
  return router
}

/** Staff and beamers belong to no group. */
const seatable = <T extends { readonly role: string }>(person: T): T => {
  if (person.role !== 'member' && person.role !== 'moderator')
    throw new Refusal('badRequest', { field: 'id' })
  return person
}
