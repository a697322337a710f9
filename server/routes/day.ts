import { Router } from 'express'
import { dayAnswer } from '../day/dayAnswer.ts'
import type { App } from '../app.ts'
import { personOf } from './personOf.ts'
import { answering } from './respond.ts'

/** What runs now. */
export const dayRoutes = (app: App): Router => {
  const router = Router()
  router.get(
    '/day',
    answering(async (request) => dayAnswer(app.day, await personOf(app, request))),
  )
  return router
}
