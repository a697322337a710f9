import { Router, type Request } from 'express'
import type { Person } from '#shared/api.ts'
import { sayOutcomeCommand } from '#shared/commands.ts'
import {
  answerConsentCommand,
  closeConsentCommand,
  consentHandsCommand,
  extendConsentCommand,
  openConsentCommand,
} from '#shared/plenum/consentCommands.ts'
import { remarkCommand, settleCommand } from '#shared/plenum/remarkCommands.ts'
import type { Deed } from '#shared/roles.ts'
import type { App } from '../app.ts'
import { breakConsent, closeConsent, watchConsents } from '../plenum/closeConsent.ts'
import {
  answerConsent,
  consentsAnswer,
  extendConsent,
  openConsent,
  setConsentHands,
} from '../plenum/consents.ts'
import { sayOutcome } from '../plenum/decisions.ts'
import { takeOldReservations } from '../plenum/oldReservations.ts'
import { addRemark, settleRemark, withdrawRemark } from '../plenum/remarks.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Deciding together: everyone is asked about exact texts; what was said against them stays as a note. */
export const consentRoutes = (app: App): Router => {
  const router = Router()
  const { plenum } = app
  watchConsents(app)
  takeOldReservations(plenum).catch(plenum.ports.onFault)
  const route = (
    method: 'get' | 'post' | 'put',
    path: string,
    deed: Deed | null,
    run: (person: Person, id: string, request: Request) => unknown,
  ) =>
    router[method](
      path,
      answering(async (request) => {
        const person = await personOf(app, request)
        if (deed) demand(person, deed)
        return run(person, String(request.params['id']), request)
      }),
    )
  route('get', '/plenum/consents', null, (person) => consentsAnswer(app, person))
  route('post', '/plenum/consents', 'shapePlenum', (person, _id, request) =>
    openConsent(app, person, parseBody(openConsentCommand, request)),
  )
  // Who may answer is decided where it is done, with a sentence of its own.
  route('put', '/plenum/consents/:id/answer', null, (person, id, request) =>
    answerConsent(app, person, id, parseBody(answerConsentCommand, request)),
  )
  route('put', '/plenum/consents/:id/hands', 'shapePlenum', (person, id, request) =>
    setConsentHands(app, person, id, parseBody(consentHandsCommand, request)),
  )
  route('post', '/plenum/consents/:id/extend', 'shapePlenum', (person, id, request) =>
    extendConsent(app, person, id, parseBody(extendConsentCommand, request)),
  )
  route('post', '/plenum/consents/:id/close', 'shapePlenum', (person, id, request) =>
    closeConsent(app, person, id, parseBody(closeConsentCommand, request)),
  )
  route('post', '/plenum/consents/:id/break', 'shapePlenum', (person, id) => breakConsent(app, person, id))

  route('put', '/plenum/decisions/:id/outcome', 'shapePlenum', (_person, id, request) =>
    sayOutcome(plenum, id, parseBody(sayOutcomeCommand, request)),
  )
  route('post', '/plenum/results/:id/remarks', 'shapePlenum', (_person, id, request) =>
    addRemark(plenum, id, parseBody(remarkCommand, request)),
  )
  route('post', '/plenum/remarks/:id/settle', 'shapePlenum', (_person, id, request) =>
    settleRemark(plenum, id, parseBody(settleCommand, request)),
  )
  route('post', '/plenum/remarks/:id/withdraw', 'shapePlenum', (_person, id) => withdrawRemark(plenum, id))
  return router
}
