import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import type { Refusal } from '#shared/refusal.ts'
import type { Bundle } from '../rooms/bundle.ts'
import { packFrames } from './packFrames.ts'
import type { Carrier } from './visitor.ts'

/** A client that does not take its farewell is cut off after so long. */
const farewellMs = 2_000

/** The way to a client over its WebSocket. A class: thousands of them hold no functions of their own. */
export class SocketCarrier implements Carrier {
  readonly #socket: WebSocket
  readonly #stream: Duplex

  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket
    this.#stream = stream
  }

  isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }
  send(frame: Uint8Array): void {
    if (this.isOpen()) this.#socket.send(frame)
  }
  /** Packed once for everyone, and past the library's two chunks a message: half the cost of a fan-out. */
  sendBundle(bundle: Bundle): void {
    if (!this.isOpen()) return
    bundle.packed ??= packFrames(bundle.frames)
    this.#stream.write(bundle.packed)
  }
  close(refusal: Refusal): void {
    this.#socket.close(refusal.close, refusal.code)
    // Who does not take the farewell is not waited for: what it sends or has not read is wanted back.
    setTimeout(() => this.#socket.terminate(), farewellMs).unref()
  }
  backlog(): number {
    return this.#socket.bufferedAmount
  }
  pause(): void {
    this.#socket.pause()
  }
  resume(): void {
    this.#socket.resume()
  }
}
