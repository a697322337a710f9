import { Router, type Request } from 'express'
import type { Person } from '#shared/api.ts'
import {
  doneCommand,
  endPhaseCommand,
  extendPhaseCommand,
  membersCommand,
  noticeCommand,
  rapporteurCommand,
  shiftCommand,
  startPhaseCommand,
} from '#shared/day/phaseCommands.ts'
import type { App } from '../app.ts'
import { BoardCounts } from '../day/boardCounts.ts'
import { controlAnswer } from '../day/control.ts'
import type { DraftCounts } from '../day/draftCounts.ts'
import { sendNotice } from '../day/notices.ts'
import { endPhase, extendPhase, nameRapporteur, sayDone, startPhase, switchMembers } from '../day/phases.ts'
import { shiftDay } from '../day/shifting.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Phases of groups and Plenum, messages, and all groups at a glance. Rights are asked for by each command. */
export const phaseRoutes = (app: App, drafts: DraftCounts): Router => {
  const { day } = app
  const router = Router()
  const boards = new BoardCounts(app.rooms, app.records)
  type Run = (request: Request, person: Person, stage: string) => Promise<unknown>
  const command = (path: string, run: Run) =>
    router.post(
      path,
      answering(async (request) => {
        const person = await personOf(app, request)
        return run(request, person, String(request.params['stage'] ?? ''))
      }),
    )

  command('/stages/:stage/phase', (request, person, stage) =>
    startPhase(day, person, stage, parseBody(startPhaseCommand, request)),
  )
  command('/stages/:stage/extend', (request, person, stage) =>
    extendPhase(day, person, stage, parseBody(extendPhaseCommand, request)),
  )
  command('/stages/:stage/members', (request, person, stage) =>
    switchMembers(day, person, stage, parseBody(membersCommand, request)),
  )
  command('/stages/:stage/rapporteur', (request, person, stage) =>
    nameRapporteur(day, person, stage, parseBody(rapporteurCommand, request)),
  )
  command('/stages/:stage/end', (request, person, stage) =>
    endPhase(day, person, stage, parseBody(endPhaseCommand, request)),
  )
  command('/stages/:stage/done', (request, person, stage) =>
    sayDone(day, person, stage, parseBody(doneCommand, request)),
  )
  command('/notices', (request, person) => sendNotice(day, person, parseBody(noticeCommand, request)))
  command('/day/shift', (request, person) => shiftDay(day, person, parseBody(shiftCommand, request)))

  router.get(
    '/control',
    answering(async (request) => {
      const person = await personOf(app, request)
      demand(person, 'seeControl')
      // Who asks is here, even if the stream of the page is still on its way.
      return controlAnswer({ day, boards, drafts, online: () => app.streams.people().add(person.id) })
    }),
  )
  return router
}
