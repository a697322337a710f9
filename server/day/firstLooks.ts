import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { notesOf, readClusters, readPlacedNotes, readWritten, type NoteMap } from '#shared/board.ts'
import type { FirstLook, LookAnswer } from '#shared/firstLook.ts'
import { noteNumber, type GroupId } from '#shared/ids.ts'
import { lookAtBoard } from '#shared/lookAtBoard.ts'
import type { Group } from '#shared/template.ts'
import type { App } from '../app.ts'
import { noteNumberOf } from '../records.ts'
import { votesAt } from './votesAt.ts'

/** An answer as it goes out: as JSON, and the same packed. */
export type LookBytes = { readonly json: Buffer; readonly packed: Buffer }
type Ports = Pick<App, 'rooms' | 'records' | 'day'>

/** How boards begin: one reading for all who ask, kept until the committed board has changed. */
export class FirstLooks {
  readonly #ports: Ports
  readonly #known = new Map<GroupId, Promise<LookBytes>>()
  readonly #none = bytesOf(null)

  constructor(ports: Ports) {
    this.#ports = ports
    ports.rooms.onCommitted((place) => {
      if (place.kind === 'group') this.#known.delete(place.group)
    })
    // Numbers and erasing; a plan may get other Teilfragen.
    ports.records.onChange((changes) => {
      for (const { table, value } of changes)
        if (table === 'event' || (table === 'note' && !value)) this.#known.clear()
        else if (table === 'note' && value) this.#known.delete(value.group)
    })
  }

  of(group: Group): Promise<LookBytes> {
    if (!this.#beginsWithBoard(group.id)) return this.#none
    const known = this.#known.get(group.id)
    if (known) return known
    const looking = this.#look(group).then(bytesOf)
    this.#known.set(group.id, looking)
    looking.catch(() => {
      if (this.#known.get(group.id) === looking) this.#known.delete(group.id)
    })
    return looking
  }

  /** While cards are hidden or points are given, something else stands there. */
  #beginsWithBoard(group: GroupId): boolean {
    const { day, records } = this.#ports
    return !day.state(group)?.isHidden && votesAt(records, group).every(({ closedAt }) => closedAt !== null)
  }

  async #look({ id: group, questions }: Group): Promise<FirstLook> {
    const room = await this.#ports.rooms.place({ kind: 'group', group })
    return room.read((doc) => {
      const numberIn = noteNumberOf(this.#ports.records, group)
      const maps = notesOf(doc)
      return lookAtBoard(
        {
          notes: readPlacedNotes(doc),
          clusters: readClusters(doc),
          writtenOn: (note) => readWritten(maps.get(note) as NoteMap),
          numberOf: (note) => {
            const number = numberIn(note)
            return number === undefined ? null : noteNumber(group, number)
          },
        },
        questions.map((question) => question.id),
      )
    })
  }
}

const pack = promisify(gzip)
const bytesOf = async (look: FirstLook | null): Promise<LookBytes> => {
  const answer: LookAnswer = { look }
  const json = Buffer.from(JSON.stringify(answer))
  return { json, packed: await pack(json) }
}
