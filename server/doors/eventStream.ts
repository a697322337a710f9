import type { Response } from 'express'
import type { Person } from '#shared/api.ts'
import type { PersonId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { StreamEvent, Topic } from '#shared/wire.ts'
import type { RecordChange, Records } from '../records.ts'

const beatMs = 20_000
/** A page that does not take the end of its stream is cut off after so long. */
const farewellMs = 2_000

/** What one page is told. Its id is known to nobody else. */
export class EventStream {
  readonly id: string
  readonly person: PersonId
  readonly #response: Response

  constructor(id: string, person: PersonId, response: Response) {
    this.id = id
    this.person = person
    this.#response = response
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    response.write('retry: 2000\n\n')
  }

  get isOpen(): boolean {
    return !this.#response.writableEnded && !this.#response.destroyed
  }
  /** Bytes that were sent and are still on this side of the network. */
  get backlog(): number {
    return this.#response.writableLength
  }

  tell(topic: Topic): void {
    this.#response.write(`data: ${topic}\n\n`)
  }

  send(event: StreamEvent, data = ''): void {
    this.#response.write(`event:${event}\ndata:${data}\n\n`)
  }

  onEnd(run: () => void): void {
    this.#response.on('close', run)
  }

  end(): void {
    this.#response.end()
    setTimeout(() => this.#response.destroy(), farewellMs).unref()
  }

  /** For whoever takes nothing: what was sent is not waited for. */
  cut(): void {
    this.#response.destroy()
  }
}

/** One stream a page: it says what has changed, the page fetches it anew. */
export class EventStreams {
  readonly #streams = new Map<string, EventStream>()
  readonly #newId: () => string
  readonly #onBeat: (() => void)[] = []
  readonly #beat: NodeJS.Timeout

  constructor(records: Records, newId: () => string, pingMs = beatMs) {
    this.#newId = newId
    records.onChange((changes) => this.#tell(changes))
    this.#beat = setInterval(
      () => {
        for (const run of this.#onBeat) run()
        for (const stream of this.#streams.values()) stream.send('beat')
      },
      Math.min(beatMs, pingMs),
    ).unref()
  }

  open(person: Person, response: Response): void {
    // Gone while the ticket was checked.
    if (response.destroyed) return
    const stream = new EventStream(this.#newId(), person.id, response)
    this.#streams.set(stream.id, stream)
    stream.onEnd(() => this.#streams.delete(stream.id))
    stream.send('hello', stream.id)
  }

  /** The stream of this id, for the person who opened it. */
  find(id: string, person: Person): EventStream {
    const stream = this.#streams.get(id)
    if (!stream?.isOpen || stream.person !== person.id) throw new Refusal('notFound')
    return stream
  }

  /** Whoever has a page open at this moment. */
  people(): Set<PersonId> {
    return new Set([...this.#streams.values()].map(({ person }) => person))
  }

  /** Runs before each beat. */
  onBeat(run: () => void): void {
    this.#onBeat.push(run)
  }

  /** Something that stands in no row has changed for everyone. */
  tellAll(topic: Topic): void {
    for (const stream of this.#streams.values()) stream.tell(topic)
  }

  /** For some people alone: that it is said at all is nobody else's business. */
  tellThose(topic: Topic, isMeant: (person: PersonId) => boolean): void {
    for (const stream of this.#streams.values()) if (isMeant(stream.person)) stream.tell(topic)
  }

  close(): void {
    clearInterval(this.#beat)
    for (const stream of this.#streams.values()) stream.end()
  }

  #tell(changes: readonly RecordChange[]): void {
    const topics = new Set(changes.flatMap(topicsOf))
    const people = new Set(changes.flatMap(({ table, id }) => (table === 'person' ? [id] : [])))
    const voters = new Set(changes.flatMap(({ table, id }) => (table === 'ballot' ? id.split('/')[1] : [])))
    const answerers = new Set(
      changes.flatMap(({ table, id }) => (table === 'consentBallot' ? id.split('/')[1] : [])),
    )
    for (const stream of this.#streams.values()) {
      for (const topic of topics) stream.tell(topic)
      if (people.has(stream.person)) stream.tell('me')
      // What one gave on another device; when a vote is closed everyone has heard it already.
      if (voters.has(stream.person) && !topics.has('votes')) stream.tell('votes')
      if (answerers.has(stream.person) && !topics.has('consents')) stream.tell('consents')
    }
  }
}

const topicsOf = (change: RecordChange): Topic[] => {
  switch (change.table) {
    case 'note':
    case 'comment':
      return change.value ? [`notes/${change.value.group}`] : []
    case 'person':
    case 'alias':
    case 'expected':
      return ['people']
    case 'beamer':
      return ['beamer']
    case 'event':
      return ['event', 'me']
    case 'phase':
    case 'stage':
    case 'shift':
    case 'notice':
    case 'done':
      return ['day']
    case 'vote':
      return ['votes']
    // Who votes is nobody's business; the voter's own devices are told otherwise.
    case 'ballot':
    case 'hand':
    case 'unwiped':
      return []
    case 'audienceQuestion':
    case 'support':
    case 'questionQueue':
      return ['questions']
    case 'presenting':
    case 'discuss':
      return ['presenting']
    case 'proposal':
      return ['proposals']
    case 'consent':
      return ['consents']
    // Who answers is nobody's business; the answerer's own devices are told otherwise.
    case 'consentBallot':
    case 'consentHands':
      return []
    case 'minute':
    case 'minutes':
      return ['minutes']
    case 'apart':
      return ['overlaps']
    case 'late':
      return ['plenum', 'late']
    case 'remark':
    case 'fate':
      return ['plenum']
    case 'result':
    case 'decision':
    case 'plenum':
    case 'version':
      return ['plenum']
  }
}
