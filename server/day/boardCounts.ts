import { markedNotes, readNotes, standingNotes } from '#shared/board.ts'
import type { GroupId, QuestionId } from '#shared/ids.ts'
import { parkingLotKind, type Group } from '#shared/template.ts'
import { noteNumberOf, type Records } from '../records.ts'
import type { Rooms } from '../rooms/rooms.ts'

export type Counts = {
  readonly notes: readonly { readonly question: QuestionId; readonly count: number }[]
  readonly parked: number
  readonly marked: number
}

/** How many numbered cards stand where on the committed boards; a board is read again only when it has changed. */
export class BoardCounts {
  readonly #rooms: Rooms
  readonly #records: Records
  readonly #known = new Map<GroupId, Promise<Counts>>()

  constructor(rooms: Rooms, records: Records) {
    this.#rooms = rooms
    this.#records = records
    rooms.onCommitted((place) => {
      if (place.kind === 'group') this.#known.delete(place.group)
    })
    // Erasing rewrites a board without a turn of its own; a plan may get other Teilfragen.
    records.onChange((changes) => {
      for (const { table, value } of changes)
        if (table === 'event') this.#known.clear()
        else if (table === 'note' && value) this.#known.delete(value.group)
    })
  }

  of(group: Group): Promise<Counts> {
    const known = this.#known.get(group.id)
    if (known) return known
    const counting = this.#count(group)
    this.#known.set(group.id, counting)
    counting.catch(() => this.#known.delete(group.id))
    return counting
  }

  async #count({ id, questions }: Group): Promise<Counts> {
    const room = await this.#rooms.place({ kind: 'group', group: id })
    return room.read((doc) => {
      const numberOf = noteNumberOf(this.#records, id)
      const all = readNotes(doc)
      const standing = standingNotes(all).filter((note) => numberOf(note.id) !== undefined)
      const sorted = standing.filter(
        ({ kind, question }) => kind !== parkingLotKind && questions.some((one) => one.id === question),
      )
      return {
        notes: questions.map((question) => ({
          question: question.id,
          count: sorted.filter((note) => note.question === question.id).length,
        })),
        parked: standing.length - sorted.length,
        marked: markedNotes(all).length,
      }
    })
  }
}
