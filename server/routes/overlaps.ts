import { Router } from 'express'
import { apartCommand } from '#shared/plenum/overlapCommands.ts'
import type { App } from '../app.ts'
import { Overlaps, setApart } from '../plenum/overlaps.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** What groups have in common: staff and moderators look, whoever shapes the Plenum says what does not belong together. */
export const overlapRoutes = (app: App): Router => {
  const overlaps = new Overlaps(app.plenum)
  const router = Router()
  router.get(
    '/plenum/overlaps',
    answering(async (request) => {
      demand(await personOf(app, request), 'prepare')
      return overlaps.answer()
    }),
  )
  router.put(
    '/plenum/overlaps/apart',
    answering(async (request) => {
      demand(await personOf(app, request), 'shapePlenum')
      await setApart(app.plenum, parseBody(apartCommand, request))
      return overlaps.answer()
    }),
  )
  return router
}
