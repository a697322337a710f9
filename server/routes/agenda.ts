import { Router } from 'express'
import { changeAgendaCommand } from '#shared/day/agendaCommands.ts'
import type { App } from '../app.ts'
import { editAgenda } from '../day/agenda.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** The programme of the day, while it runs. */
export const agendaRoutes = (app: App): Router => {
  const router = Router()
  router.patch(
    '/agenda/:id',
    answering(async (request) => {
      demand(await personOf(app, request), 'shapeAgenda')
      const change = parseBody(changeAgendaCommand, request)
      return {
        agenda: await app.day.inOrder(() => editAgenda(app.day.ports, String(request.params['id']), change)),
      }
    }),
  )
  return router
}
