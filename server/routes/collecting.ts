import { Router } from 'express'
import {
  revealCommand,
  sendDraftsCommand,
  settleLateCommand,
  type DraftsAnswer,
  type LateAnswer,
  type OwnDraftsAnswer,
} from '#shared/day/collectAnswers.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import type { DraftCounts } from '../day/draftCounts.ts'
import { lateRows } from '../day/lateRows.ts'
import { reveal } from '../day/reveal.ts'
import { sendDrafts } from '../day/sendDrafts.ts'
import { settleLate } from '../day/settleLate.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Hidden collecting, the reveal, and what came late. */
export const collectingRoutes = (app: App, counts: DraftCounts): Router => {
  const router = Router()

  router.post(
    '/stages/:group/reveal',
    answering(async (request) => {
      const person = await personOf(app, request)
      return reveal(app.day, person, String(request.params['group']), parseBody(revealCommand, request))
    }),
  )
  router.get(
    '/groups/:group/drafts',
    answering(async (request): Promise<DraftsAnswer> => {
      const group = app.day.ledBy(await personOf(app, request), String(request.params['group']))
      if (group === 'plenum') throw new Refusal('groupUnknown')
      return counts.of(group)
    }),
  )
  router.get(
    '/drafts',
    answering(async (request): Promise<OwnDraftsAnswer> => {
      const { id, role } = await personOf(app, request)
      return { unsent: role === 'member' ? await counts.unsentOf(id) : 0 }
    }),
  )
  router.post(
    '/drafts/send',
    answering(async (request) => {
      const person = await personOf(app, request)
      return sendDrafts(app.day, app.dayState(), person, parseBody(sendDraftsCommand, request).notes)
    }),
  )
  router.get(
    '/late',
    answering(async (request): Promise<LateAnswer> => {
      const person = await personOf(app, request)
      demand(person, 'seeLate')
      return lateRows(app, person)
    }),
  )
  router.post(
    '/late/:id',
    answering(async (request): Promise<LateAnswer> => {
      const person = await personOf(app, request)
      demand(person, 'seeLate')
      await settleLate(app, person, String(request.params['id']), parseBody(settleLateCommand, request))
      return lateRows(app, person)
    }),
  )
  return router
}
