import { readMarkedNotes, standingNotes } from '#shared/board.ts'
import { gatherable, type GatheredNote } from '#shared/gather.ts'
import { partsOfRef, type NoteRef } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { groupOf } from '#shared/template.ts'
import { noteNumberOf } from '../records.ts'
import type { Plenum } from './plenum.ts'

/**
 * Notes that a result may be made of: those that are gathered, and those that stand on a board; these will be gathered
 * because they are cited. Read before the commit that cites them.
 */
export const citableNotes = async (plenum: Plenum, refs: readonly NoteRef[]): Promise<GatheredNote[]> => {
  const gathered = new Map((await plenum.gathering.notes()).map((note) => [note.ref, note]))
  return Promise.all(
    refs.map(async (ref) => {
      const note = gathered.get(ref) ?? (await standingNote(plenum, ref))
      if (!note) throw new Refusal('notFound')
      return note
    }),
  )
}

const standingNote = async (plenum: Plenum, ref: NoteRef): Promise<GatheredNote | undefined> => {
  const { plan, records, rooms } = plenum.ports
  const { group, note } = partsOfRef(ref)
  if (!groupOf(plan, group) || !records.get('note', ref)) return undefined
  const board = await rooms.place({ kind: 'group', group })
  return board.read((doc, seq) => {
    const notes = readMarkedNotes(doc, (id) => id === note)
    const isStanding = standingNotes(notes).some(({ id }) => id === note)
    const found = gatherable(group, notes, noteNumberOf(records, group), new Set([ref]), seq)
    return isStanding ? found.find((one) => one.ref === ref) : undefined
  })
}
