import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { KindId, NoteId } from '#shared/ids.ts'
import { addNote, bodyOf } from '#shared/board.ts'

const letters = 'abcdefghij klmnopqrst uvwxyz '

/** The paragraph of a note into which somebody types. */
export const typedText = (doc: Y.Doc, note: string): Y.XmlText | null => {
  const map = doc.getMap<Y.Map<unknown>>('notes').get(note)
  const paragraph = map && bodyOf(map)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  return text instanceof Y.XmlText ? text : null
}
export const letterAt = (edit: number): string => letters[edit % letters.length] as string

/**
 * Somebody who types into a note of their own, a letter an edit. Their copy holds nothing else, so that making an
 * update costs the generator little; the number of an edit follows from its clock.
 */
export class Writer {
  readonly client: number
  readonly note: string
  typed = 0
  /** The Yjs clock of the first letter. */
  readonly firstClock: number
  readonly #doc = new Y.Doc()
  readonly #text: Y.XmlText
  #last: Uint8Array = new Uint8Array()
  #cursors = 0

  constructor(client: number) {
    this.client = client
    this.note = `note-${client}`
    this.#doc.clientID = client
    this.#doc.on('update', (update: Uint8Array) => (this.#last = update))
    this.#text = new Y.XmlText()
    this.#doc.transact(() => {
      const id = this.note as NoteId
      const note = addNote(this.#doc, { id, question: null, kind: 'idea' as KindId, createdAt: client })
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [this.#text])
      bodyOf(note)?.insert(0, [paragraph])
    })
    this.firstClock = Y.getState(this.#doc.store, client)
    this.opening = this.#last
  }

  /** The update that makes the note. */
  readonly opening: Uint8Array

  type(): Uint8Array {
    this.#text.insert(this.typed, letterAt(this.typed))
    this.typed++
    return this.#last
  }

  /** The caret behind the last letter, as an editor tells it. */
  cursor(): Uint8Array {
    const item = { client: this.client, clock: this.firstClock + Math.max(0, this.typed - 1) }
    const spot = { type: null, tname: null, item, assoc: 0 }
    return presence(this.client, ++this.#cursors, { note: this.note, cursor: { anchor: spot, head: spot } })
  }
}

/** A presence of one client, as y-protocols encodes it. */
export const presence = (client: number, clock: number, state: object): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(
      encoder,
      JSON.stringify({ user: { name: `Client ${client}`, colour: 1 }, ...state }),
    )
  })
