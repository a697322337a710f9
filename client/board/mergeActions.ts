import * as Y from 'yjs'
import { notesOf, readNote, type NoteMap } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import { linkNotes, unlinkNotes } from '#shared/noteLinks.ts'
import { trimBlocks } from '#shared/note.ts'
import type { BoardEdits } from './boardEdits.ts'

/** Putting notes together, taking them apart, and calling them related. Originals are never touched. */
export const mergeActions = ({ doc, act, set, make, write, now }: BoardEdits) => {
  const notes = () =>
    [...notesOf(doc)].flatMap(([id, map]) => (map instanceof Y.Map ? [readNote(id, map as NoteMap)] : []))

  return {
    /**
     * A new card with the texts of all of them, where the first one stood; it takes over levels, tags and the mark for
     * the Plenum. Null when there are not two.
     */
    merge: (ids: readonly NoteId[]): NoteId | null => {
      const found = new Map(notes().map((note) => [note.id, note]))
      const originals = [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
      const [first] = originals
      if (!first || originals.length < 2) return null
      const { question, kind, at, cluster } = first
      const levels = originals.flatMap((note) => note.levels)
      const tags = originals.flatMap((note) => note.tags)
      const card = make({ question, kind, at, cluster, levels, tags })
      const mark = originals.find((note) => note.forPlenum !== null)?.forPlenum ?? null
      act(() => {
        write(
          card,
          originals.flatMap((note) => trimBlocks(note.blocks)),
        )
        if (mark !== null) set(card, { forPlenum: mark })
        for (const { id } of originals) set(id, { mergedInto: card })
      })
      return card
    },
    /** All originals stand for themselves again; the card goes into the tray. */
    unmerge: (card: NoteId) =>
      act(() => {
        for (const note of notes()) if (note.mergedInto === card) set(note.id, { mergedInto: null })
        set(card, { trashedAt: now() })
      }),
    /** One original stands for itself again. */
    takeOut: (id: NoteId) => set(id, { mergedInto: null }),

    link: (one: NoteId, other: NoteId) => act(() => linkNotes(doc, one, other)),
    unlink: (one: NoteId, other: NoteId) => act(() => unlinkNotes(doc, one, other)),
  }
}
