import * as Y from 'yjs'
import type { Person } from '#shared/api.ts'
import type { LateAnswer, LateChange, LateRow } from '#shared/day/collectAnswers.ts'
import { boardChanges, wordingChanges } from '#shared/day/lateChanges.ts'
import { noteNumber, noteRef, type GroupId } from '#shared/ids.ts'
import { parseRoomName } from '#shared/place.ts'
import { runs } from '#shared/roles.ts'
import type { App } from '../app.ts'
import type { Tables } from '../records.ts'
import type { Room } from '../rooms/room.ts'

type Late = Tables['late']
/** What was settled long ago is looked for in the store, not on the page. */
const keptSettled = 50

/** Where these edits were meant to go; null where nobody could accept them. */
export const latePlace = ({ room }: Pick<Late, 'room'>): GroupId | 'plenum' | null => {
  const place = parseRoomName(room)?.place
  if (place?.kind === 'group') return place.group
  return place?.kind === 'plenum' ? 'plenum' : null
}

/** Those who run the place, and those who run the Plenum for all. */
export const seesLate = (person: Person, row: Late): boolean => {
  const place = latePlace(row)
  return place !== null && (runs(person, place) || runs(person, 'plenum'))
}

/** What came late, for whoever may settle it: read into copies, nothing is applied. */
export const lateRows = async (app: App, person: Person): Promise<LateAnswer> => {
  const mine = app.records.all('late').filter(([, row]) => seesLate(person, row))
  const rows: LateRow[] = []
  for (const [id, row] of mine.filter(([, { settled }]) => !settled).sort(([, a], [, b]) => a.at - b.at)) {
    const room = await app.rooms.open(row.room)
    rows.push(await shown(app, id, row, room))
  }
  const settled = mine
    .filter(([, row]) => row.settled)
    .sort(([, a], [, b]) => (b.settled?.at ?? 0) - (a.settled?.at ?? 0))
    .slice(0, keptSettled)
  return { rows: [...rows, ...settled.map(([id, row]) => headOf(id, row))] }
}

const headOf = (id: string, row: Late): LateRow => ({
  id,
  place: latePlace(row) as GroupId | 'plenum',
  name: row.name,
  at: row.at,
  changes: [],
  isBroken: false,
  settled: row.settled ?? null,
})

const shown = async (app: App, id: string, row: Late, room: Room): Promise<LateRow> => {
  const state = await room.read((doc) => Y.encodeStateAsUpdate(doc))
  const tried = tryLate(state, row)
  try {
    return { ...headOf(id, row), isBroken: tried.isBroken, changes: changesIn(app, row, tried) }
  } finally {
    tried.close()
  }
}

type Tried = {
  readonly before: Y.Doc
  readonly after: Y.Doc
  /** Something in it leans on what is not there. */
  readonly isBroken: boolean
  close(): void
}

/** The document as it is, and as it would be. */
export const tryLate = (state: Uint8Array, row: Late): Tried => {
  const [before, after] = [new Y.Doc(), new Y.Doc()]
  let isBroken = false
  try {
    for (const doc of [before, after]) Y.applyUpdate(doc, state)
    for (const update of updatesOf(row)) Y.applyUpdate(after, update)
    isBroken = after.store.pendingStructs !== null && before.store.pendingStructs === null
  } catch {
    isBroken = true
  }
  const close = () => [before, after].forEach((doc) => doc.destroy())
  return { before, after, isBroken, close }
}

export const updatesOf = ({ updates }: Late): Uint8Array[] =>
  updates.map((update) => new Uint8Array(Buffer.from(update, 'base64')))

export const changesIn = ({ records, plenum }: App, row: Late, { before, after }: Tried): LateChange[] => {
  const place = latePlace(row)
  if (place === 'plenum')
    return wordingChanges(before, after, (id) => {
      const result = records.get('result', id)
      return result ? plenum.nameOf(result) : ''
    })
  return boardChanges(before, after, (id) => {
    const known = records.get('note', noteRef(place as GroupId, id))
    return { number: known ? noteNumber(known.group, known.number) : null, author: known?.author ?? '' }
  })
}
