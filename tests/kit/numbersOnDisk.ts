import { notesOf, readNotes } from '#shared/board.ts'
import type { RoomName } from '#shared/place.ts'
import type { Tables } from '../../server/records.ts'
import type { FlakyStore } from './flakyStore.ts'

/** W3 at every moment: a note that can be seen on disk has its number there, each number once, and none is without a note. */
export class NumbersOnDisk {
  readonly #known = new Set<string>()

  faultsIn(store: FlakyStore, room: RoomName): string[] {
    const doc = store.onDisk(room)
    const rows = store.rowsOnDisk('note') as ReadonlyMap<string, Tables['note']>
    for (const id of notesOf(doc).keys()) this.#known.add(`A/${id}`)
    const faults = readNotes(doc)
      .filter(({ id, isEmpty }) => !isEmpty && !rows.has(`A/${id}`))
      .map(({ id }) => `note ${id} is on disk without its number`)
    for (const ref of rows.keys())
      if (!this.#known.has(ref)) faults.push(`number of ${ref} is on disk without its note`)
    const numbers = new Set([...rows.values()].map(({ number }) => number))
    if (numbers.size < rows.size) faults.push('a number is on disk twice')
    return faults
  }
}
