import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage } from 'y-protocols/sync'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import { step1Frame, updateFrame } from '../../server/rooms/frames.ts'
import { isWaiting } from './typist.ts'
import type { Guest } from './venue.ts'

/** A client at a bare socket, so that a test may stop its reading. It never comes back by itself. */
export class Listener {
  readonly doc = new Y.Doc()
  readonly socket: WebSocket
  /** The code with which the line ended. */
  readonly ended: Promise<number>
  readonly loaded: Promise<void>
  readonly faults: string[] = []
  /** Frames heard of each sort. */
  readonly heard = { difference: 0, update: 0 }
  /** Frames that came before what they lean on. */
  early = 0
  sent = 0
  stored = 0
  readonly #waiting: (() => void)[] = []

  constructor(origin: string, tail: string, guest: Guest) {
    const path = `/sync/${guest.event.id}/${tail}?ack=1&ticket=${guest.ticket}`
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`)
    this.socket = socket
    this.ended = new Promise((done) => socket.on('close', done))
    socket.on('error', () => undefined)
    socket.on('open', () => socket.send(step1Frame(Y.encodeStateVector(this.doc))))
    this.loaded = new Promise((done) => {
      socket.on('message', (data: Buffer) => {
        this.#hear(data)
        if (this.heard.difference > 0) done()
      })
    })
    this.doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from === this) return
      this.sent++
      socket.send(updateFrame(update))
    })
  }

  /** Resolves when at most `open` of the own frames are not on disk. */
  async caughtUp(open = 0): Promise<void> {
    while (this.sent - this.stored > open) await new Promise<void>((done) => this.#waiting.push(done))
  }

  #hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === frameType.auth) {
      const sub = decoding.readVarUint(decoder)
      if (sub === ackType.stored) this.stored = decoding.readVarUint(decoder)
      else this.faults.push('a frame was refused')
      for (const hear of this.#waiting.splice(0)) hear()
    }
    if (type !== frameType.sync) return
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, frameType.sync)
    const kind = readSyncMessage(decoder, answer, this.doc, this, (fault) => this.faults.push(String(fault)))
    if (kind === syncType.step1) {
      this.sent++
      this.socket.send(encoding.toUint8Array(answer))
    } else this.heard[kind === syncType.update ? 'update' : 'difference']++
    // Who was behind and is brought up to date may be shown the newest turn a moment before the difference.
    if (isWaiting(this.doc) && this.heard.difference === 1) this.early++
  }
}

/** A value out of `/metrics`; 0 while it is not there. */
export const metric = async (origin: string, name: string): Promise<number> => {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const line = text.split('\n').find((line) => line.startsWith(`leitwand_${name} `))
  return Number(line?.split(' ').at(-1) ?? 0)
}
