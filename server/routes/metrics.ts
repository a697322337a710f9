import { Router } from 'express'
import { Refusal } from '#shared/refusal.ts'
import { credentialsOf } from '../auth/credentials.ts'
import type { Events } from '../events.ts'
import { personOf } from './personOf.ts'

const loopback = /^(::1|(::ffff:)?127\.)/

/** For whoever watches the server: programs on this machine, and staff. */
export const metricsRoute = (events: Events): Router => {
  const router = Router()
  router.get('/metrics', async (request, response) => {
    try {
      const app = events.ofTicket(credentialsOf(request).ticket)
      if (!loopback.test(request.ip ?? '') && (await personOf(app, request)).role !== 'staff')
        throw new Refusal('forbidden')
      response.type(app.metrics.contentType).send(await app.metrics.text())
    } catch (fault) {
      response.status(fault instanceof Refusal ? fault.http : 500).end()
    }
  })
  return router
}
