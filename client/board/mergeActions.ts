import { notesOf, readNotes, standingNotes, type Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import { trimBlocks } from '#shared/note.ts'
import { linkNotes, unlinkNotes } from '#shared/noteLinks.ts'
import type { BoardEdits } from './boardEdits.ts'

/** Putting notes together, taking them apart, and calling them related. The text of originals is never touched. */
export const mergeActions = ({ doc, flow, act, set, make, write, now }: BoardEdits) => {
  const standAgain = (id: NoteId) => {
    set(id, { mergedInto: null })
    // Somebody may have laid it away in the moment in which it was put together.
    if (notesOf(doc).get(id)?.get('trashedAt') !== null) set(id, { trashedAt: null })
  }

  return {
    /**
     * A new card with the texts of all of them, where the first one stood; it takes over levels, tags and the mark for
     * the Plenum. What stands nowhere by now is left out; null when there are not two.
     */
    merge: (ids: readonly NoteId[]): NoteId | null => {
      const originals = mergeable(readNotes(doc), ids)
      const [first] = originals
      if (!first || originals.length < 2) return null
      const { question, kind, at, cluster, createdAt } = first
      const column = flow.columnOf(first.id)
      const levels = originals.flatMap((note) => note.levels)
      const tags = originals.flatMap((note) => note.tags)
      const card = make({ question, kind, at, column, cluster, createdAt, levels, tags })
      const [mark] = originals.flatMap((note) => note.forPlenum ?? []).sort()
      act(() => {
        write(card, mergedBlocks(originals))
        if (mark !== undefined) set(card, { forPlenum: mark })
        for (const { id } of originals) set(id, { mergedInto: card })
      })
      return card
    },
    /** All originals stand for themselves again; the card goes into the tray. */
    unmerge: (card: NoteId) =>
      act(() => {
        for (const note of readNotes(doc)) if (note.mergedInto === card) standAgain(note.id)
        set(card, { trashedAt: now() })
      }),
    /** One original stands for itself again. */
    takeOut: (id: NoteId) => act(() => standAgain(id)),

    link: (one: NoteId, other: NoteId) => act(() => linkNotes(doc, one, other)),
    unlink: (pairs: readonly (readonly [NoteId, NoteId])[]) =>
      act(() => pairs.forEach(([one, other]) => unlinkNotes(doc, one, other))),
  }
}

/** Those of them that stand now, in the order given. */
export const mergeable = (notes: readonly Note[], ids: readonly NoteId[]): Note[] => {
  const standing = new Map(standingNotes(notes).map((note) => [note.id, note]))
  return [...new Set(ids)].flatMap((id) => standing.get(id) ?? [])
}

/** What the card that they become begins with. */
export const mergedBlocks = (originals: readonly Note[]) =>
  originals.flatMap((note) => trimBlocks(note.blocks))
