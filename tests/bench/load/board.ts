import * as Y from 'yjs'
import { Dice } from '../../kit/dice.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { addNote, bodyOf } from '#shared/board.ts'
import { letterAt } from './writer.ts'

/** Letters of a note; one in twenty-four was put in later, somewhere in the middle. */
const noteLength = 120

/** A board of made-up notes, written as people write: its state as one update. About 410 bytes a note. */
export const boardOf = (notes: number): Uint8Array => {
  const dice = new Dice(notes)
  const doc = new Y.Doc()
  doc.clientID = 7
  for (let at = 0; at < notes; at++)
    doc.transact(() => {
      const text = new Y.XmlText()
      const paragraph = new Y.XmlElement('paragraph')
      const id = `board-note-${at}` as NoteId
      const note = addNote(doc, {
        id,
        question: null,
        kind: 'idea' as KindId,
        createdAt: at,
        at: { x: at, y: at },
      })
      paragraph.insert(0, [text])
      bodyOf(note)?.insert(0, [paragraph])
      for (let typed = 0; typed < noteLength; typed++)
        text.insert(dice.chance(1 / 24) ? dice.below(typed + 1) : typed, letterAt(typed))
    })
  return Y.encodeStateAsUpdate(doc)
}
