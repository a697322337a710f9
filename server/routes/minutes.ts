import { Router } from 'express'
import type { Person } from '#shared/api.ts'
import { changeLineCommand, changeMinutesCommand } from '#shared/plenum/minuteCommands.ts'
import { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import type { App } from '../app.ts'
import { changeLine, changeMinutes, readMinutes } from '../plenum/minutes.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** The minutes: they write themselves. Who runs the Plenum adds a title and remarks. */
export const minutesRoutes = (app: App): Router => {
  const { plenum } = app
  const router = Router()

  router.get(
    '/plenum/minutes',
    answering(async (request) => {
      demandReading(app, await personOf(app, request))
      return readMinutes(plenum)
    }),
  )
  router.put(
    '/plenum/minutes',
    answering(async (request) => {
      demand(await personOf(app, request), 'shapePlenum')
      return changeMinutes(plenum, parseBody(changeMinutesCommand, request))
    }),
  )
  router.put(
    '/plenum/minutes/:id',
    answering(async (request) => {
      demand(await personOf(app, request), 'shapePlenum')
      return changeLine(plenum, String(request.params['id']), parseBody(changeLineCommand, request))
    }),
  )
  return router
}

/** Moderators and staff at any time; everyone once there is a finalised version. */
const demandReading = ({ plenum }: App, person: Person): void => {
  if (may(person, 'readMinutes') || plenum.state.version > 0) return
  throw new Refusal('minutesClosed')
}
