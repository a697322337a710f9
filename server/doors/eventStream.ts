import type { Response } from 'express'
import type { Person } from '#shared/api.ts'
import type { PersonId } from '#shared/ids.ts'
import type { Topic } from '#shared/wire.ts'
import type { RecordChange, Records } from '../records.ts'

const beatMs = 20_000

/** One stream a page: it says what has changed, the page fetches it anew. */
export class EventStreams {
  readonly #streams = new Map<Response, PersonId>()
  readonly #beat: NodeJS.Timeout

  constructor(records: Records) {
    records.onChange((changes) => this.#tell(changes))
    this.#beat = setInterval(() => {
      for (const response of this.#streams.keys()) response.write(': beat\n\n')
    }, beatMs).unref()
  }

  open(person: Person, response: Response): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    response.write('retry: 2000\n\n')
    this.#streams.set(response, person.id)
    response.on('close', () => this.#streams.delete(response))
  }

  close(): void {
    clearInterval(this.#beat)
    for (const response of this.#streams.keys()) response.end()
  }

  #tell(changes: readonly RecordChange[]): void {
    const topics = new Set(changes.flatMap(topicsOf))
    const people = new Set(changes.flatMap(({ table, id }) => (table === 'person' ? [id] : [])))
    for (const [response, person] of this.#streams) {
      for (const topic of topics) response.write(`data: ${topic}\n\n`)
      if (people.has(person)) response.write('data: me\n\n')
    }
  }
}

const topicsOf = (change: RecordChange): Topic[] => {
  switch (change.table) {
    case 'note':
      return change.value ? [`notes/${change.value.group}`] : []
    case 'person':
      return ['people']
    case 'beamer':
      return ['beamer']
    case 'event':
      return []
    case 'result':
    case 'decision':
    case 'plenum':
    case 'version':
    case 'late':
      return ['plenum']
  }
}
