import * as Y from 'yjs'
import { notesOf, readNote, type Note } from '#shared/board.ts'
import { isForgotten } from '#shared/day/drafts.ts'
import { seenAs } from '../../board/boardStore.ts'

/** Where an own card stood, and as what. */
type Place = Pick<Note, 'question' | 'kind' | 'createdAt'>

/**
 * A reveal without names takes Teilfrage, kind and time out of the author's draft: nothing there shall lead to the
 * board. This page remembers them, for itself alone, as they were before the reveal arrived. As soon as something new is
 * written into the card, the draft says its Teilfrage and kind again; never the old time.
 */
export const keepDraftPlaces = (doc: Y.Doc): (() => void) => {
  const notes = notesOf(doc)
  const places = new Map<string, Place>()
  const remember = ({ local }: Y.Transaction) => {
    if (local) return
    for (const [id, map] of notes) {
      if (!(map instanceof Y.Map) || !map.has('question') || isForgotten(map)) continue
      const { question, kind, createdAt } = readNote(id, map)
      places.set(id, { question, kind, createdAt })
    }
  }
  const sayAgain = () => {
    for (const [id, { question, kind }] of places) {
      const map: unknown = notes.get(id)
      if (!(map instanceof Y.Map) || map.has('question') || !isForgotten(map)) continue
      if (readNote(id, map).isEmpty) continue
      const again = { question, kind, createdAt: Date.now(), levels: new Y.Map(), tags: new Y.Map() }
      doc.transact(() => {
        for (const [field, value] of Object.entries(again)) if (!map.has(field)) map.set(field, value)
      })
    }
  }
  seenAs.set(doc, (note) => {
    const map = notes.get(note.id)
    const place = places.get(note.id)
    if (!map || !place || !isForgotten(map)) return note
    const { question, kind } = map.has('question') ? note : place
    return { ...note, question, kind, createdAt: place.createdAt }
  })
  doc.on('beforeTransaction', remember)
  doc.on('afterTransaction', sayAgain)
  return () => {
    seenAs.delete(doc)
    doc.off('beforeTransaction', remember)
    doc.off('afterTransaction', sayAgain)
  }
}
