import { Router } from 'express'
import type { App } from '../app.ts'
import type { HttpLines } from '../doors/httpLines.ts'
import { personOf } from './personOf.ts'
import { answering } from './respond.ts'

/** A page's event stream, and what the page sends up for the lines that the stream carries. */
export const streamRoutes = (app: App, lines: HttpLines): Router => {
  const router = Router()

  router.get('/stream', (request, response, next) => {
    personOf(app, request).then((person) => app.streams.open(person, response), next)
  })

  router.post(
    '/stream/:id',
    answering((request, response) =>
      lines.receive(String(request.params['id']), request, response, () => personOf(app, request)),
    ),
  )
  return router
}
