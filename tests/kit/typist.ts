import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { NotesAnswer } from '#shared/api.ts'
import { addNote, bodyOf, notesOf, readNotes } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { staysAway } from '#shared/refusal.ts'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import type { Dice } from './dice.ts'
import type { Guest, Live } from './venue.ts'

const comeBackMs = 50

/** Somebody at a real socket who types without pause and keeps account of what the server has promised. */
export class Typist {
  readonly name: string
  readonly doc = new Y.Doc()
  /** Edits of its own that the server has told to be on disk. */
  readonly acknowledged: Uint8Array[] = []
  /** What the server has shown: its document, as it came. */
  readonly seen: Uint8Array[] = []
  /** Codes with which lines ended, and what went against the protocol. */
  readonly closes: number[] = []
  readonly faults: string[] = []
  /**
   * Frames after which something waited for what it leans on. Right after a line broke that is in order: whoever comes
   * back may send an edit before the server has asked for the ones before it.
   */
  shownEarly = 0
  /** Milliseconds from sending an edit to its acknowledgement. */
  readonly waits: number[] = []
  readonly #url: string
  readonly #dice: Dice
  readonly #own: Uint8Array[] = []
  #typed = 0
  #typing: NodeJS.Timeout | undefined
  #hasLeft = false
  #socket: WebSocket | null = null
  /** Of each document frame of this connection: which own edits it carries, and when it was sent. */
  #frames: { edits: Uint8Array[]; at: number }[] = []
  #stored = 0

  constructor(origin: string, room: string, guest: Guest, name: string, dice: Dice) {
    this.name = name
    this.#dice = dice
    this.#url = `${origin.replace('http', 'ws')}/sync/${room}?ack=1&ticket=${guest.ticket}`
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.#own.push(update)
      if (this.#socket?.readyState === WebSocket.OPEN)
        this.#send((encoder) => writeUpdate(encoder, update), [update])
    })
    this.#connect()
  }

  get typed(): number {
    return this.#own.length
  }
  get unacknowledged(): number {
    return this.#own.length - new Set(this.acknowledged).size
  }

  /** One deed every few milliseconds, until told otherwise. */
  type(everyMs: number): void {
    this.#typing = setInterval(() => this.doc.transact(() => this.#act()), everyMs)
  }
  rest(): void {
    clearInterval(this.#typing)
  }
  /** Resolves when all that the server had said until now was heard, or the line is down. */
  heardAll(): Promise<void> {
    const socket = this.#socket
    if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve()
    return new Promise((done) => {
      socket.once('pong', () => done())
      socket.once('close', () => done())
      socket.ping()
    })
  }
  /** The device is gone, with everything that it alone knew. */
  leave(): void {
    this.rest()
    this.#hasLeft = true
    this.#socket?.terminate()
  }

  /** A word that stands nowhere else. */
  #word(): string {
    return ` ${this.name}.${++this.#typed};`
  }

  #act(): void {
    const dice = this.#dice
    const notes = [...notesOf(this.doc)]
    const deed = dice.below(20)
    if (notes.length === 0 || deed < 3) {
      const id = `${this.name}-${this.#typed}` as NoteId
      const blocks = parseNoteText(this.#word())
      addNote(this.doc, { id, question: null, kind: 'idea' as KindId, createdAt: this.#typed, blocks })
      return
    }
    const [, note] = dice.pick(notes)
    const text = (bodyOf(note)?.get(0) as Y.XmlElement | undefined)?.get(0) as Y.XmlText
    if (deed === 3) note.set('forPlenum', `a${this.#typed}`)
    else if (deed === 4) text.insert(text.length, `${this.#word()}${'.'.repeat(3000)}`)
    else if (deed === 5 && text.length > 3000) text.delete(text.length - 9, 9)
    else text.insert(text.length, this.#word())
  }

  #connect(): void {
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    this.#frames = []
    this.#stored = 0
    socket.on('open', () => this.#send((encoder) => writeSyncStep1(encoder, this.doc)))
    socket.on('message', (data: Buffer) => this.#receive(data))
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      this.closes.push(code)
      if (staysAway(code)) this.faults.push(`${this.name} was sent away for good: ${code}`)
      else if (!this.#hasLeft) setTimeout(() => this.#hasLeft || this.#connect(), comeBackMs)
    })
  }

  #send(write: (encoder: encoding.Encoder) => void, edits?: Uint8Array[]): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, frameType.sync)
    write(encoder)
    if (edits) this.#frames.push({ edits, at: performance.now() })
    this.#socket?.send(encoding.toUint8Array(encoder))
  }

  #receive(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === frameType.sync) this.#takeSync(decoder, bytes)
    if (type !== frameType.auth) return
    const sub = decoding.readVarUint(decoder)
    const count = decoding.readVarUint(decoder)
    if (sub === ackType.refused) this.faults.push(`${this.name}: frame ${count} was refused`)
    else this.#takeAck(count)
  }

  #takeSync(decoder: decoding.Decoder, bytes: Uint8Array): void {
    const peek = decoding.createDecoder(bytes.subarray(1))
    if (decoding.readVarUint(peek) !== syncType.step1) this.seen.push(decoding.readVarUint8Array(peek))
    const answer = encoding.createEncoder()
    const kind = readSyncMessage(decoder, answer, this.doc, this, (fault) => this.faults.push(String(fault)))
    if (kind === syncType.step1)
      this.#send(
        (encoder) => encoding.writeUint8Array(encoder, encoding.toUint8Array(answer)),
        [...this.#own],
      )
    else if (isWaiting(this.doc)) this.shownEarly++
  }

  #takeAck(count: number): void {
    if (count <= this.#stored) this.faults.push(`${this.name}: ${count} stored after ${this.#stored}`)
    if (count > this.#frames.length)
      this.faults.push(`${this.name}: ${count} stored of ${this.#frames.length}`)
    for (const { edits, at } of this.#frames.slice(this.#stored, count)) {
      this.acknowledged.push(...edits)
      this.waits.push(performance.now() - at)
    }
    this.#stored = count
  }
}

/** Whether a document holds something that leans on what has not arrived. */
export const isWaiting = ({ store }: Y.Doc): boolean =>
  store.pendingStructs !== null || store.pendingDs !== null

/** What people were promised in one room, whatever happens: told to be stored, or shown. */
export class Promises {
  readonly acknowledged: Uint8Array[] = []
  readonly seen: Uint8Array[] = []

  take({ acknowledged, seen }: Typist): void {
    this.acknowledged.push(...new Set(acknowledged))
    this.seen.push(...seen)
  }
  takeView({ doc }: Live): void {
    this.seen.push(Y.encodeStateAsUpdate(doc))
  }

  /** How many of them a document does not hold. From then on all that it holds is promised: it was seen. */
  missingIn({ doc }: Live): number {
    const held = Y.encodeStateAsUpdate(doc)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, held)
    let missing = 0
    // Told only of what is new; asking each update by itself would take time that grows with the document.
    copy.on('update', () => missing++)
    for (const update of [...this.acknowledged, ...this.seen]) Y.applyUpdate(copy, update)
    if (isWaiting(copy) && !isWaiting(doc)) missing++
    this.acknowledged.length = 0
    this.seen.splice(0, this.seen.length, held)
    return missing
  }
}

/** What is wrong with a group's numbers: they count from 1, once each, and every note with text has one. */
export const numberFaults = (doc: Y.Doc, notes: NotesAnswer['notes']): string[] => {
  const numbers = notes.map(({ number }) => number).sort((a, b) => a - b)
  const known = new Set<string>(notes.map(({ id }) => id))
  return [
    ...numbers.flatMap((number, at) => (number === at + 1 ? [] : [`number ${number} stands at ${at + 1}`])),
    ...readNotes(doc).flatMap(({ id, isEmpty }) =>
      isEmpty || known.has(id) ? [] : [`note ${id} has no number`],
    ),
  ]
}

/** Words that stand twice where they were typed once. */
export const doubledWords = (doc: Y.Doc): string[] => {
  const words = [...notesOf(doc).values()].flatMap(
    (note) =>
      bodyOf(note)
        ?.toString()
        .match(/[a-z]\d*\.\d+;/g) ?? [],
  )
  return words.filter((word, at) => words.indexOf(word) !== at)
}
