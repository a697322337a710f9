import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { EventId, PersonId } from '#shared/ids.ts'
import { isId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'

/** A ticket says who somebody is, signed; what they may do follows from the rows. */
export class Tickets {
  /** A key object: bytes would be imported anew for every ticket. */
  readonly #secret: KeyObject
  readonly #event: EventId
  readonly #days: number

  constructor(secret: Uint8Array, event: EventId, days: number) {
    this.#secret = createSecretKey(secret)
    this.#event = event
    this.#days = days
  }

  issue(person: PersonId): Promise<string> {
    return new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(person)
      .setAudience(this.#event)
      .setIssuedAt()
      .setExpirationTime(`${this.#days}d`)
      .sign(this.#secret)
  }

  /** A word for this text that nobody can make, or read, without the secret; an id in its form. */
  mark(text: string): string {
    return createHmac('sha256', this.#secret)
      .update(`mark/${this.#event}/${text}`)
      .digest('base64url')
      .slice(0, 32)
  }

  /** The person of a ticket; a forged, foreign or expired one is a Refusal. */
  async read(ticket: string | null): Promise<PersonId> {
    if (!ticket) throw new Refusal('ticketMissing')
    try {
      const { payload } = await jwtVerify(ticket, this.#secret, {
        audience: this.#event,
        algorithms: ['HS256'],
      })
      if (isId(payload.sub)) return payload.sub as PersonId
    } catch (fault) {
      if (fault instanceof errors.JWTExpired) throw new Refusal('ticketExpired')
    }
    throw new Refusal('ticketForged')
  }
}
