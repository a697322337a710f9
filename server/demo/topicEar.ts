import type { Topic } from '#shared/wire.ts'

/** A page's ear: what the server says has changed, over its own event stream. */
export class TopicEar {
  readonly #ending = new AbortController()
  readonly #heard = new Map<string, (() => void)[]>()

  /** Answers as soon as the server has greeted. */
  static async open(origin: string, ticket: string): Promise<TopicEar> {
    const ear = new TopicEar()
    const response = await fetch(`${origin}/api/stream`, {
      headers: { authorization: `Bearer ${ticket}` },
      signal: ear.#ending.signal,
    })
    if (!response.ok || !response.body) throw new Error(`The event stream was refused: ${response.status}.`)
    const greeted = new Promise<void>((done) => ear.#heard.set('hello', [done]))
    void ear.#listen(response.body)
    await greeted
    return ear
  }

  /** The next time that this topic is told. */
  next(topic: Topic): Promise<void> {
    return new Promise((done) => this.#heard.set(topic, [...(this.#heard.get(topic) ?? []), done]))
  }

  close(): void {
    this.#ending.abort()
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const bytes of body) {
        const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) this.#take(event)
      }
    } catch (fault) {
      if (!this.#ending.signal.aborted) throw fault
    }
  }

  #take(event: string): void {
    const name = /^event: ?(.*)$/m.exec(event)?.[1] ?? /^data: ?(.*)$/m.exec(event)?.[1]
    if (name === undefined) return
    const waiting = this.#heard.get(name) ?? []
    this.#heard.delete(name)
    for (const done of waiting) done()
  }
}
