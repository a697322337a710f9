import { Router, type Request } from 'express'
import type { Person } from '#shared/api.ts'
import {
  changeResultCommand,
  closingCommand,
  decideCommand,
  makeResultCommand,
  moveResultCommand,
} from '#shared/commands.ts'
import { finaliseCommand } from '#shared/plenum/finaliseCommand.ts'
import type { FinalisedAnswer } from '#shared/plenum/openThings.ts'
import type { Deed } from '#shared/roles.ts'
import type { App } from '../app.ts'
import { changeClosing } from '../plenum/closing.ts'
import { decide, withdrawDecision } from '../plenum/decisions.ts'
import { finalise, finalisedBy, readVersion, reopen } from '../plenum/finalising.ts'
import { readOpenThings } from '../plenum/openThings.ts'
import { changeResult, dissolveResult, makeResult, moveResult, restoreResult } from '../plenum/results.ts'
import { currentReport } from '../plenum/reporting.ts'
import { personOf } from './personOf.ts'
import { answering, demand, parseBody } from './respond.ts'

/** Commands and facts of the Plenum. */
export const plenumRoutes = (app: App): Router => {
  const { plenum } = app
  const router = Router()
  const command = (path: string, method: 'post' | 'put' | 'patch', deed: Deed, run: Command) =>
    router[method](
      path,
      answering(async (request) => {
        const person = await personOf(app, request)
        demand(person, deed)
        return run(request, String(request.params['id']))
      }),
    )
  const read = (path: string, run: (request: Request, person: Person) => unknown) =>
    router.get(
      path,
      answering(async (request) => run(request, await personOf(app, request))),
    )

  read('/plenum', () => plenum.answer())
  read('/plenum/versions/now', async () => ({ report: await currentReport(plenum) }))
  read('/plenum/versions/:number', (request) => {
    const { number, at, sha256, report } = readVersion(plenum, String(request.params['number']))
    return { version: number, at, sha256, report }
  })

  command('/plenum/results', 'post', 'shapePlenum', (request) =>
    makeResult(plenum, parseBody(makeResultCommand, request)),
  )
  command('/plenum/results/:id', 'patch', 'shapePlenum', (request, id) =>
    changeResult(plenum, id, parseBody(changeResultCommand, request)),
  )
  command('/plenum/results/:id/move', 'post', 'shapePlenum', (request, id) =>
    moveResult(plenum, id, parseBody(moveResultCommand, request)),
  )
  command('/plenum/results/:id/dissolve', 'post', 'shapePlenum', (_request, id) => dissolveResult(plenum, id))
  command('/plenum/results/:id/restore', 'post', 'shapePlenum', (_request, id) => restoreResult(plenum, id))
  command('/plenum/decisions', 'post', 'shapePlenum', (request) =>
    decide(plenum, parseBody(decideCommand, request)),
  )
  command('/plenum/decisions/:id/withdraw', 'post', 'shapePlenum', (_request, id) =>
    withdrawDecision(plenum, id),
  )

  command('/plenum/closing', 'put', 'shapePlenum', (request) =>
    changeClosing(plenum, parseBody(closingCommand, request)),
  )
  command('/plenum/finalise', 'post', 'finalise', async (request) => {
    await finalise(plenum, parseBody(finaliseCommand, request).key)
    return plenum.answer()
  })
  read('/plenum/finalised/:key', async (request, person): Promise<FinalisedAnswer> => {
    demand(person, 'finalise')
    return { version: await finalisedBy(plenum, String(request.params['key'])) }
  })
  read('/plenum/open', (_request, person) => {
    demand(person, 'finalise')
    return readOpenThings(plenum)
  })
  command('/plenum/reopen', 'post', 'finalise', async () => {
    await reopen(plenum)
    return plenum.answer()
  })
  return router
}

type Command = (request: Request, id: string) => Promise<unknown> | unknown
