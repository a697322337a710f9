import { Router } from 'express'
import { beamerCommand } from '#shared/day/beamerCommand.ts'
import type { App } from '../app.ts'
import { beamerAnswer, seatsAnswer, steerBeamer } from '../day/beamer.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** The screens in front of everyone: everybody reads, few steer. */
export const beamerRoutes = (app: App): Router => {
  const router = Router()
  router.get(
    '/beamer',
    answering(async (request) =>
      beamerAnswer(app, await personOf(app, request), request.query['screen'] === '2' ? 2 : 1),
    ),
  )
  router.get(
    '/beamer/seats',
    answering(async (request) => {
      const person = await personOf(app, request)
      if (person.role !== 'beamer') demand(person, 'steerBeamer')
      return seatsAnswer(app)
    }),
  )
  router.put(
    '/beamer',
    answering(async (request) => {
      const person = await personOf(app, request)
      demand(person, 'steerBeamer')
      return steerBeamer(app, person, parseBody(beamerCommand, request))
    }),
  )
  return router
}
