import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import { BareSocket, type Address } from './bareSocket.ts'

/** `hocuspocus` puts the name of the document before every frame and wants a token first; `raw` has no protocol at all. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'raw'
export type Seat = Address & { readonly dialect: Dialect }

const hocuspocusType = { syncReply: 4, syncStatus: 8 } as const
const emptyUpdate = new Uint8Array([0, 0])
const emptyVector = new Uint8Array([0])

/** Speaks the protocol of a room without keeping the document: what it hears is handed on as bytes. */
export class RoomClient {
  readonly socket: BareSocket
  /** The first step 2 has come. What stands in it is another matter. */
  readonly synced: Promise<void>
  /** Hears nothing but what it needs to stay connected, while nobody listens: reading costs the generator. */
  onUpdate: ((update: Uint8Array) => void) | null = null
  /** The first `count` document frames of this connection are safe, says the server. */
  onStored: ((count: number) => void) | null = null
  /** Sends every presence back, as the stock client does. */
  echoes = false
  /** Document frames sent: the step 2 that answers the server counts. */
  framesSent = 0
  #stored = 0
  readonly #dialect: Dialect
  readonly #prefix: Uint8Array
  #isSynced = false
  #answered = false
  #synced!: () => void

  constructor({ dialect, ...address }: Seat) {
    this.#dialect = dialect
    this.synced = new Promise((done) => (this.#synced = done))
    this.#prefix = encoding.encode((encoder) => {
      if (dialect === 'hocuspocus') encoding.writeVarString(encoder, address.document)
    })
    this.socket = new BareSocket(address)
    this.socket.onFrame = (frame) => this.#hear(frame)
    this.socket.opened.then(
      () => this.#greet(),
      () => undefined,
    )
  }

  sendUpdate(update: Uint8Array): void {
    this.framesSent++
    this.#send(frameType.sync, syncType.update, update)
  }
  sendAwareness(states: Uint8Array): void {
    this.#send(frameType.awareness, null, states)
  }
  /** Asks for the whole document. */
  sendStep1(): void {
    this.#send(frameType.sync, syncType.step1, emptyVector)
  }

  #greet(): void {
    if (this.#dialect === 'raw') {
      this.#isSynced = true
      return this.#synced()
    }
    if (this.#dialect === 'hocuspocus') {
      const auth = encoding.createEncoder()
      encoding.writeUint8Array(auth, this.#prefix)
      for (const number of [frameType.auth, 0]) encoding.writeVarUint(auth, number)
      encoding.writeVarString(auth, 'token')
      this.socket.send(encoding.toUint8Array(auth))
    }
    this.sendStep1()
  }

  #send(type: number, sub: number | null, body: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, this.#prefix)
    encoding.writeVarUint(encoder, type)
    if (sub !== null) encoding.writeVarUint(encoder, sub)
    encoding.writeVarUint8Array(encoder, body)
    this.socket.send(encoding.toUint8Array(encoder))
  }

  #hear(frame: Buffer): void {
    const isBusy = this.onUpdate !== null || this.onStored !== null || this.echoes
    if (this.#isSynced && this.#answered && !isBusy) return
    const decoder = decoding.createDecoder(frame)
    decoder.pos = this.#prefix.length
    const type = decoding.readVarUint(decoder)
    if (type === frameType.sync || type === hocuspocusType.syncReply) this.#hearSync(decoder)
    else if (type === frameType.awareness && this.echoes)
      this.sendAwareness(decoding.readVarUint8Array(decoder))
    else if (type === frameType.auth && this.onStored && this.#dialect === 'y-websocket') {
      if (decoding.readVarUint(decoder) === ackType.stored) this.onStored(decoding.readVarUint(decoder))
    } else if (type === hocuspocusType.syncStatus && this.onStored && decoding.readVarUint(decoder) === 1)
      this.onStored(++this.#stored)
  }

  #hearSync(decoder: decoding.Decoder): void {
    const sub = decoding.readVarUint(decoder)
    if (sub === syncType.step1) {
      if (this.#answered) return
      this.#answered = true
      this.framesSent++
      return this.#send(frameType.sync, syncType.step2, emptyUpdate)
    }
    this.onUpdate?.(decoding.readVarUint8Array(decoder))
    if (this.#isSynced) return
    // With the y-websocket protocol an update may come before the answer to step 1.
    this.#isSynced = sub === syncType.step2
    if (this.#isSynced) this.#synced()
  }
}

/** Connects all, some at a time: a venue does not arrive in one millisecond. */
export const connectAll = async (
  seats: readonly Seat[],
  prepare?: (client: RoomClient, at: number) => void,
) => {
  const clients: RoomClient[] = []
  const atOnce = 50
  for (let from = 0; from < seats.length; from += atOnce) {
    const wave = seats.slice(from, from + atOnce).map((seat, at) => {
      const client = new RoomClient(seat)
      prepare?.(client, from + at)
      return client
    })
    await Promise.all(wave.map((client) => opened(client)))
    clients.push(...wave)
  }
  return clients
}

/** A connection that ends before it is synced is a fault of the bench or of the server: nothing it measures would be true. */
export const opened = async (client: RoomClient): Promise<void> => {
  const ended = client.socket.closed.then((code) => {
    throw new Error(`A connection was closed with ${code} before it was synced.`)
  })
  ended.catch(() => undefined)
  await client.socket.opened
  await Promise.race([client.synced, ended])
}
