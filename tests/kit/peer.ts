import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Person } from '#shared/api.ts'
import { staysAway } from '#shared/refusal.ts'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import type { Net, Wire } from './net.ts'

/** Someone with a document, speaking the protocol as a y-websocket client does. */
export class Peer {
  readonly person: Person
  readonly wantsAcks: boolean
  readonly #net: Net
  #wire: Wire | null = null
  #isAway = false
  doc = new Y.Doc()
  /** Own edits of this copy of the document, in order. */
  #own: Uint8Array[] = []
  /** Own edits of this copy that the server has acknowledged. */
  stored: Uint8Array[] = []
  /** Edits of dropped copies that were told to be refused. */
  readonly given: Uint8Array[] = []
  dropped = 0

  constructor(net: Net, person: Person, wantsAcks: boolean) {
    this.#net = net
    this.person = person
    this.wantsAcks = wantsAcks
    this.#fresh()
  }

  get isOnline(): boolean {
    return this.#wire !== null
  }

  /** Own edits that are not part of the document on disk. */
  get unsaved(): Uint8Array[] {
    return this.#own.filter((update) => !this.#net.shows(update))
  }

  edit(run: (doc: Y.Doc) => void): void {
    this.doc.transact(() => run(this.doc))
  }

  connect(): void {
    this.#isAway = false
    if (this.#wire) return
    const wire = this.#net.dial(this, {
      opened: () => this.#send((encoder) => writeSyncStep1(encoder, this.doc)),
      frame: (bytes) => this.#receive(wire, bytes),
      closed: (code) => this.#lost(wire, code),
    })
    this.#wire = wire
  }

  /** The line breaks: what is under way is lost, and the server may notice much later. */
  drop(): void {
    this.#isAway = true
    this.#wire?.break()
    this.#wire = null
  }

  /** Takes over what another has, past the server, as two tabs of one browser would. */
  hear(other: Peer): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)), 'net')
  }

  #fresh(): void {
    this.doc = new Y.Doc()
    this.doc.clientID = this.#net.newClient()
    this.#own = []
    this.stored = []
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'net') return
      this.#own.push(update)
      if (this.#wire?.isOpen) this.#send((encoder) => writeUpdate(encoder, update), update)
    })
  }

  #send(write: (encoder: encoding.Encoder) => void, own?: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, frameType.sync)
    write(encoder)
    this.#wire?.send(encoding.toUint8Array(encoder), own ? [own] : [...this.#own])
  }

  #receive(wire: Wire, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === frameType.sync) {
      const answer = encoding.createEncoder()
      const kind = readSyncMessage(decoder, answer, this.doc, 'net', (fault) =>
        this.#net.blame(String(fault)),
      )
      if (kind === syncType.step1)
        this.#send((encoder) => encoding.writeUint8Array(encoder, encoding.toUint8Array(answer)))
    }
    if (type === frameType.auth) {
      const sub = decoding.readVarUint(decoder)
      const count = decoding.readVarUint(decoder)
      if (sub === ackType.stored) this.stored.push(...wire.sent.slice(0, count).flat())
      // All that was sent is answered: kept for the moderators, so this copy may go.
      if (sub === ackType.refused && count >= wire.sent.length) this.#startAfresh()
    }
  }

  #lost(wire: Wire, code: number): void {
    if (this.#wire !== wire) return
    this.#wire = null
    // A stock client stays away; its person reloads the page.
    if (staysAway(code)) this.#startAfresh()
    else this.#comeBack()
  }

  /** Refused: this copy is given up, and a new one loaded with a new client id. */
  #startAfresh(): void {
    this.dropped++
    this.given.push(...this.unsaved)
    this.#net.refused(this)
    this.#wire?.hangUp()
    this.#wire = null
    this.#fresh()
    this.#comeBack()
  }

  #comeBack(): void {
    this.#net.soon(() => {
      if (!this.#isAway) this.connect()
    })
  }
}
