import { Router, type Request } from 'express'
import type { Person } from '#shared/api.ts'
import { handCommand, openVoteCommand, pointsCommand } from '#shared/day/voteCommands.ts'
import type { App } from '../app.ts'
import { openVote, reopenVote } from '../day/openVote.ts'
import { closeVote, setHandPoints, setPoints, votesOf } from '../day/votes.ts'
import { personOf } from './personOf.ts'
import { answering, parseBody } from './respond.ts'

/** Points: who may do what is decided where it is done. */
export const voteRoutes = (app: App): Router => {
  const router = Router()
  const { day } = app
  const route = (
    method: 'get' | 'post' | 'put',
    path: string,
    run: (person: Person, id: string, request: Request) => unknown,
  ) =>
    router[method](
      path,
      answering(async (request) =>
        run(await personOf(app, request), String(Object.values(request.params)[0]), request),
      ),
    )
  route('get', '/stages/:stage/votes', (person, stage) => votesOf(day, person, stage))
  route('post', '/stages/:stage/votes', (person, stage, request) =>
    openVote(day, person, stage, parseBody(openVoteCommand, request)),
  )
  route('put', '/votes/:id/points', (person, id, request) =>
    setPoints(day, person, id, parseBody(pointsCommand, request)),
  )
  route('put', '/votes/:id/hand', (person, id, request) =>
    setHandPoints(day, person, id, parseBody(handCommand, request)),
  )
  route('post', '/votes/:id/close', (person, id) => closeVote(day, person, id))
  route('post', '/votes/:id/reopen', (person, id) => reopenVote(day, person, id))
  return router
}
