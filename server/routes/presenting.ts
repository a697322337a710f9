import { Router } from 'express'
import { discussCommand, presentingCommand } from '#shared/plenum/presentingCommand.ts'
import type { App } from '../app.ts'
import { markDiscuss } from '../plenum/discuss.ts'
import { present, presentingAnswer } from '../plenum/presenting.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Who presents, and where everyone is led; what people ask to speak about. */
export const presentingRoutes = (app: App): Router => {
  const router = Router()
  router.get(
    '/plenum/presenting',
    answering(async (request) => presentingAnswer(app, await personOf(app, request))),
  )
  router.put(
    '/plenum/presenting',
    answering(async (request) => {
      const person = await personOf(app, request)
      demand(person, 'shapePlenum')
      await present(app, parseBody(presentingCommand, request))
      return presentingAnswer(app, person)
    }),
  )
  router.put(
    '/plenum/discuss',
    answering(async (request) => {
      const person = await personOf(app, request)
      demand(person, 'discuss')
      await markDiscuss(app, person, parseBody(discussCommand, request))
      return presentingAnswer(app, person)
    }),
  )
  return router
}
