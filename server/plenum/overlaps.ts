import { setImmediate as rest } from 'node:timers/promises'
import type * as z from 'zod'
import { readClusters, readNotes, standingNotes } from '#shared/board.ts'
import { noteRef, partsOfRef, type GroupId, type NoteRef } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { likenessSteps, type Likeness, type OverlapNote } from '#shared/plenum/likeness.ts'
import type { apartCommand } from '#shared/plenum/overlapCommands.ts'
import {
  overlapsOf,
  pairKey,
  settledPairs,
  type Apart,
  type OverlapsAnswer,
} from '#shared/plenum/overlaps.ts'
import { Refusal } from '#shared/refusal.ts'
import type { RecordChange } from '../records.ts'
import { inSlices } from './inSlices.ts'
import type { Plenum } from './plenum.ts'

/**
 * What the groups have in common, from committed boards. Likeness is reckoned anew only when a board has changed, in
 * slices; what was merged or refused meanwhile is left out of it at every answer.
 */
export class Overlaps {
  readonly #plenum: Plenum
  readonly #boards = new Map<GroupId, Promise<OverlapNote[]>>()
  #likeness: Promise<Likeness> | null = null

  constructor(plenum: Plenum) {
    this.#plenum = plenum
    const { rooms, records } = plenum.ports
    rooms.onCommitted((place) => {
      if (place.kind === 'group') this.#changed(place.group)
    })
    // Erasing rewrites a board without a turn of its own; a note is named once it has a number.
    records.onChange((changes) => {
      for (const { table, value } of changes)
        if (table === 'event') this.#boards.clear()
        else if (table === 'note' && value) this.#changed(value.group)
      if (changes.some(({ table }) => table === 'event')) this.#likeness = null
    })
  }

  async answer(): Promise<OverlapsAnswer> {
    const likeness = await (this.#likeness ??= this.#reckon())
    const apart = this.#plenum.ports.records.all('apart').map(([, row]) => row)
    return {
      overlaps: overlapsOf(likeness, settledPairs(this.#plenum.results(), apart)),
      apart: apart
        .filter(({ notes }) => notes.every((note) => likeness.groupOf.has(note)))
        .sort((x, y) => y.at - x.at || (pairKey(...x.notes) < pairKey(...y.notes) ? -1 : 1)),
    }
  }

  #changed(group: GroupId): void {
    this.#boards.delete(group)
    this.#likeness = null
  }

  #reckon(): Promise<Likeness> {
    const reckoning = (async () => {
      const notes: OverlapNote[] = []
      for (const { id } of this.#plenum.ports.plan.groups) {
        notes.push(...(await this.#board(id)))
        // Reading a large board is a slice of its own.
        await rest()
      }
      return inSlices(likenessSteps(notes))
    })()
    reckoning.catch(() => {
      if (this.#likeness === reckoning) this.#likeness = null
    })
    return reckoning
  }

  #board(group: GroupId): Promise<OverlapNote[]> {
    const known = this.#boards.get(group)
    if (known) return known
    const reading = this.#read(group)
    this.#boards.set(group, reading)
    reading.catch(() => this.#boards.delete(group))
    return reading
  }

  async #read(group: GroupId): Promise<OverlapNote[]> {
    const { rooms, records } = this.#plenum.ports
    const room = await rooms.place({ kind: 'group', group })
    return room.read((doc) => {
      const titles = new Map(readClusters(doc).map(({ id, title }) => [id, title]))
      return standingNotes(readNotes(doc)).flatMap((note) => {
        const ref = noteRef(group, note.id)
        const row = records.get('note', ref)
        if (!row || row.erasedAt !== undefined) return []
        return [
          {
            ref,
            group,
            isMarked: note.forPlenum !== null,
            text: plainText(note.blocks),
            heading: (note.cluster && titles.get(note.cluster)) || '',
          },
        ]
      })
    })
  }
}

/** Said twice it is one. A frozen Plenum is prepared no more. */
export const setApart = (plenum: Plenum, { notes, apart }: z.output<typeof apartCommand>): Promise<void> =>
  plenum.change(async () => {
    const { records, now } = plenum.ports
    const refs = [...new Set(notes as NoteRef[])].sort()
    for (const ref of refs) {
      plenum.spokenNote(ref)
      if (apart && records.get('note', ref)?.erasedAt !== undefined) throw new Refusal('notFound')
    }
    const pairs = refs.flatMap((one, at) =>
      refs.slice(at + 1).flatMap((other): Apart[] => {
        const isOfTwo = partsOfRef(one).group !== partsOfRef(other).group
        return isOfTwo ? [{ notes: [one, other], at: now() }] : []
      }),
    )
    if (pairs.length === 0) throw new Refusal('badRequest', { field: 'notes' })
    const changes = pairs.flatMap((pair): RecordChange[] => {
      const id = pairKey(...pair.notes)
      const isKnown = records.get('apart', id) !== undefined
      return isKnown === apart ? [] : [{ table: 'apart', id, value: apart ? pair : null }]
    })
    if (changes.length > 0) await records.commit(changes)
  })
