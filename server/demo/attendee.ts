import type { ErrorAnswer, JoinAnswer, Person } from '#shared/api.ts'
import type { EventId } from '#shared/ids.ts'
import { roomName, type Place } from '#shared/place.ts'
import { openLiveDoc, type LiveDoc } from './liveDoc.ts'
import { TopicEar } from './topicEar.ts'

/** Somebody who has joined: speaks HTTP and opens documents with their own ticket, like every client. */
export class Attendee {
  readonly #origin: string
  readonly #event: EventId
  readonly #ticket: string
  readonly #docs: LiveDoc[] = []
  readonly person: Person

  private constructor(origin: string, { ticket, person, event }: JoinAnswer) {
    this.#origin = origin
    this.#event = event.id as EventId
    this.#ticket = ticket
    this.person = person
  }

  static async join(
    origin: string,
    code: string,
    name: string,
    group: string | null = null,
  ): Promise<Attendee> {
    return new Attendee(origin, await ask(origin, null, 'POST', '/join', { code, name, group }))
  }

  get event(): EventId {
    return this.#event
  }

  get<T>(path: string): Promise<T> {
    return ask(this.#origin, this.#ticket, 'GET', path)
  }
  /** A document, e.g. an export. */
  async getText(path: string): Promise<string> {
    return (await answerOf(this.#origin, this.#ticket, 'GET', path)).text()
  }
  send<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown = {}): Promise<T> {
    return ask(this.#origin, this.#ticket, method, path, body)
  }

  async open(place: Place): Promise<LiveDoc> {
    const live = openLiveDoc(this.#origin, this.#ticket, roomName(this.#event, place))
    this.#docs.push(live)
    await live.ready
    return live
  }

  /** What the server says has changed, from now on. */
  listen(): Promise<TopicEar> {
    return TopicEar.open(this.#origin, this.#ticket)
  }

  leave(): void {
    for (const live of this.#docs.splice(0)) live.close()
  }
}

const ask = async <T>(...request: Parameters<typeof answerOf>): Promise<T> =>
  (await answerOf(...request)).json() as Promise<T>

const answerOf = async (
  origin: string,
  ticket: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> => {
  const response = await fetch(`${origin}/api${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(ticket ? { authorization: `Bearer ${ticket}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (response.ok) return response
  const { error, message } = (await response.json()) as ErrorAnswer
  throw new Error(`${method} /api${path} was refused (${error}): ${message}`)
}
