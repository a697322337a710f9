import type { Request } from 'express'
import type { Person } from '#shared/api.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import { credentialsOf, isOwnOrigin } from '../auth/credentials.ts'

/** Who sends this request. A page of another origin cannot act with somebody's cookie. */
export const personOf = (app: App, request: Request): Promise<Person> => {
  const { ticket, byCookie } = credentialsOf(request)
  if (byCookie && request.method !== 'GET' && !isOwnOrigin(request, new URL(app.baseUrl()).host))
    throw new Refusal('foreignOrigin')
  return app.whoIs(ticket)
}
