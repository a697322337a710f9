import type { IncomingMessage } from 'node:http'
import { parseCookie } from 'cookie'

export const cookieName = 'leitwand'

/** The ticket a request carries: bearer or `?ticket=` for programs, the cookie for browsers. */
export const credentialsOf = (
  request: IncomingMessage,
): { readonly ticket: string | null; readonly byCookie: boolean } => {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const query = queryOf(request).get('ticket')
  const given = bearer ?? query
  if (given) return { ticket: given, byCookie: false }
  return { ticket: parseCookie(request.headers.cookie ?? '')[cookieName] ?? null, byCookie: true }
}

/**
 * A page of another origin must not act with this person's cookie. Programs send no Origin.
 * `ownHost` is the host of the public address: a proxy may have changed the Host header.
 */
export const isOwnOrigin = (request: IncomingMessage, ownHost: string): boolean => {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  try {
    const from = new URL(origin).host
    return from === host || from === ownHost
  } catch {
    return false
  }
}

/** What stands behind the question mark, however odd the path before it. */
export const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')
