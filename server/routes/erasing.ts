import { Router } from 'express'
import type { GroupId, NoteId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { can } from '#shared/roles.ts'
import { hasGroup, type App } from '../app.ts'
import { eraseNote } from '../erasing/eraseNote.ts'
import { personOf } from './personOf.ts'
import { answering, demand } from './respond.ts'

/** Taking something away for good: for those who run the group, and staff. */
export const erasingRoutes = (app: App): Router => {
  const router = Router()
  router.delete(
    '/groups/:group/notes/:note',
    answering(async (request) => {
      const person = await personOf(app, request)
      const group = String(request.params['group']) as GroupId
      if (!hasGroup(app.plan, group)) throw new Refusal('groupUnknown')
      demand(person, 'eraseNotes')
      if (!can(person, app.dayState(), 'write', { kind: 'group', group })) throw new Refusal('forbidden')
      return eraseNote(app, group, String(request.params['note']) as NoteId)
    }),
  )
  return router
}
