import { readComments, type Comment } from '#shared/comments.ts'
import { readNoteLinks, type NoteLinks } from '#shared/noteLinks.ts'
import { readClusters, readNotes, standingNotes, type Cluster, type Note } from '#shared/board.ts'
import { noteNumber, noteRef, type GroupId, type NoteId, type NoteRef } from '#shared/ids.ts'
import type { Block } from '#shared/note.ts'
import { parkingLotKind, type EventPlan } from '#shared/template.ts'
import { noteNumberOf, type Records } from '../records.ts'
import type { Rooms } from '../rooms/rooms.ts'

export type Board = {
  readonly group: GroupId
  readonly notes: readonly Note[]
  readonly clusters: readonly Cluster[]
  readonly comments: ReadonlyMap<NoteId, readonly Comment[]>
  readonly links: NoteLinks
}

/** The committed boards of all groups. */
export const readBoards = (rooms: Rooms, plan: EventPlan): Promise<Board[]> =>
  Promise.all(
    plan.groups.map(async ({ id: group }) => {
      const room = await rooms.place({ kind: 'group', group })
      return room.read((doc): Board => ({
        group,
        notes: readNotes(doc),
        clusters: readClusters(doc),
        comments: readComments(doc),
        links: readNoteLinks(doc),
      }))
    }),
  )

/** Numbered notes that stand on a board. */
export const countNotes = (boards: readonly Board[], records: Records): number => {
  return boards.flatMap(({ group, notes }) => {
    const numberOf = noteNumberOf(records, group)
    return standingNotes(notes).filter((note) => numberOf(note.id) !== undefined)
  }).length
}

/** Every note of the Themenspeicher, in the order of groups and numbers. */
export const parkedNotes = (
  boards: readonly Board[],
  records: Records,
): { ref: NoteRef; number: string; blocks: readonly Block[] }[] => {
  return boards.flatMap(({ group, notes }) => {
    const numberOf = noteNumberOf(records, group)
    return standingNotes(notes)
      .flatMap((note) => {
        const number = numberOf(note.id)
        return note.kind === parkingLotKind && number !== undefined ? [{ note, number }] : []
      })
      .sort((a, b) => a.number - b.number)
      .map(({ note, number }) => ({
        ref: noteRef(group, note.id),
        number: noteNumber(group, number),
        blocks: note.blocks,
      }))
  })
}
