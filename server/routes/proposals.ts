import { Router, type Request } from 'express'
import type { Person } from '#shared/api.ts'
import type { Proposal } from '#shared/plenum/proposal.ts'
import { proposeCommand, settleCommand } from '#shared/plenum/proposalCommands.ts'
import type { ProposalsAnswer } from '#shared/plenum/proposalsAnswer.ts'
import type { Deed } from '#shared/roles.ts'
import type { App } from '../app.ts'
import {
  proposalViews,
  propose,
  reopenProposal,
  settleProposal,
  viewOf,
  withdrawProposal,
} from '../plenum/proposals.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Other words for a result: proposed by everyone, settled by those who lead the Plenum. */
export const proposalRoutes = (app: App): Router => {
  const { plenum } = app
  const router = Router()
  const command = (path: string, deed: Deed, run: Command) =>
    router.post(
      path,
      answering(async (request) => {
        const person = await personOf(app, request)
        demand(person, deed)
        return viewOf(await run(request, person, String(request.params['id'])), person)
      }),
    )

  router.get(
    '/plenum/proposals',
    answering(async (request): Promise<ProposalsAnswer> => ({
      proposals: proposalViews(plenum, await personOf(app, request)),
    })),
  )
  command('/plenum/results/:id/proposals', 'propose', (request, person, id) =>
    propose(plenum, person, id, parseBody(proposeCommand, request)),
  )
  command('/plenum/proposals/:id/withdraw', 'propose', (_request, person, id) =>
    withdrawProposal(plenum, person, id),
  )
  command('/plenum/proposals/:id/settle', 'shapePlenum', (request, _person, id) =>
    settleProposal(plenum, id, parseBody(settleCommand, request)),
  )
  command('/plenum/proposals/:id/reopen', 'shapePlenum', (_request, _person, id) =>
    reopenProposal(plenum, id),
  )
  return router
}

type Command = (request: Request, person: Person, id: string) => Promise<Proposal>
