import { Router } from 'express'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import { personOf } from './personOf.ts'

const loopback = /^(::1|(::ffff:)?127\.)/

/** For whoever watches the server: programs on this machine, and staff. */
export const metricsRoute = (app: App): Router => {
  const router = Router()
  router.get('/metrics', async (request, response) => {
    try {
      if (!loopback.test(request.ip ?? '') && (await personOf(app, request)).role !== 'staff')
        throw new Refusal('forbidden')
      response.type(app.metrics.contentType).send(await app.metrics.text())
    } catch (fault) {
      response.status(fault instanceof Refusal ? fault.http : 500).end()
    }
  })
  return router
}
