import { get, type IncomingMessage } from 'node:http'
import type { EventTeller } from '../../client/sync/streamLines.ts'

/** Reads an event stream as a browser would, but never comes back by itself. */
export class EventReader implements EventTeller {
  /** HTTP status, and the body of an answer that is no stream. */
  readonly answered: Promise<{ status: number; body: string }>
  readonly ended: Promise<void>
  readonly #hearers = new Map<string, ((event: { data: string }) => void)[]>()
  readonly #request
  #response: IncomingMessage | null = null
  #rest = ''

  constructor(url: string, ticket: string) {
    this.#request = get(url, { headers: { authorization: `Bearer ${ticket}` }, agent: false })
    const response = new Promise<IncomingMessage>((done) => this.#request.on('response', done))
    this.ended = new Promise((done) => this.#request.on('close', done))
    this.#request.on('error', () => undefined)
    this.answered = response.then(async (response) => {
      response.setEncoding('utf8')
      response.on('error', () => undefined)
      this.#response = response
      const status = response.statusCode ?? 0
      if (status !== 200) return { status, body: (await response.toArray()).join('') }
      response.on('data', (text: string) => this.#take(text))
      return { status, body: '' }
    })
  }

  addEventListener(event: string, hear: (event: { readonly data: string }) => void): void {
    this.#hearers.set(event, [...(this.#hearers.get(event) ?? []), hear])
  }

  /** Takes nothing more from the network, as a page that hangs. */
  stall(): void {
    this.#response?.pause()
  }

  close(): void {
    this.#request.destroy()
  }

  #take(text: string): void {
    const events = (this.#rest + text).split('\n\n')
    this.#rest = events.pop() ?? ''
    for (const event of events) {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(event)?.[1]
      const data = field('data')
      if (data === undefined) continue
      for (const hear of this.#hearers.get(field('event') ?? 'message') ?? []) hear({ data })
    }
  }
}
