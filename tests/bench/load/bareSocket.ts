import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export type Address = {
  readonly port: number
  readonly path: string
  /** The name of the document where the protocol carries it in every frame (Hocuspocus). */
  readonly document: string
}

// Every socket of this process reads into the same memory: what a frame holds is copied before the next read.
const readBuffer = Buffer.allocUnsafe(256 * 1024)
const handshakeEnd = Buffer.from('\r\n\r\n')

/**
 * A WebSocket client of the plainest kind: a load generator on the same machine must not need more CPU than the
 * server it measures. Frames are handed over as views that hold until the listener returns.
 */
export class BareSocket {
  readonly opened: Promise<void>
  readonly closed: Promise<number>
  onFrame: (frame: Buffer) => void = () => undefined
  bytesReceived = 0
  framesReceived = 0
  #socket: Socket
  #mask = randomBytes(4)
  #open = false
  #rest: Buffer = Buffer.alloc(0)
  /** A frame that came only in part: what it will hold, and how much is there. */
  #partial: Buffer | null = null
  #partialBytes = 0
  #partialCode = 0
  #code = 1006
  #opened!: () => void
  #failed!: (fault: Error) => void

  constructor({ port, path }: Address) {
    this.opened = new Promise((done, failed) => {
      this.#opened = done
      this.#failed = failed
    })
    this.opened.catch(() => undefined)
    this.#socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (count, buffer) => {
          this.#read((buffer as Buffer).subarray(0, count))
          return true
        },
      },
    })
    this.#socket.on('connect', () =>
      this.#socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      ),
    )
    this.closed = new Promise((done) => {
      this.#socket.on('error', () => undefined)
      this.#socket.on('close', () => {
        this.#failed(new Error(`The connection ended with ${this.#code} before it was open.`))
        done(this.#code)
      })
    })
  }

  send(payload: Uint8Array): void {
    this.#write(2, payload)
  }

  /** Stops and goes on reading, as a frozen tab does. */
  pause(): void {
    this.#socket.pause()
  }
  resume(): void {
    this.#socket.resume()
  }
  end(): void {
    this.#socket.destroy()
  }

  #write(code: number, payload: Uint8Array): void {
    const { length } = payload
    const head = length < 126 ? 6 : length < 65_536 ? 8 : 14
    const frame = Buffer.allocUnsafe(head + length)
    frame[0] = 0x80 | code
    if (length < 126) frame[1] = 0x80 | length
    else if (length < 65_536) {
      frame[1] = 0x80 | 126
      frame.writeUInt16BE(length, 2)
    } else {
      frame[1] = 0x80 | 127
      frame.writeBigUInt64BE(BigInt(length), 2)
    }
    frame.set(this.#mask, head - 4)
    for (let at = 0; at < length; at++)
      frame[head + at] = (payload[at] as number) ^ (this.#mask[at & 3] as number)
    this.#socket.write(frame)
  }

  #read(chunk: Buffer): void {
    this.bytesReceived += chunk.length
    if (!this.#open) {
      this.#rest = Buffer.concat([this.#rest, chunk])
      const end = this.#rest.indexOf(handshakeEnd)
      if (end < 0) return
      if (!this.#rest.toString('latin1', 0, 12).endsWith(' 101')) {
        this.#failed(new Error(`The server answered ${this.#rest.toString('latin1', 0, 40)}`))
        return this.end()
      }
      this.#open = true
      this.#opened()
      chunk = this.#rest.subarray(end + 4)
      this.#rest = Buffer.alloc(0)
    }
    let at = this.#fill(chunk)
    if (this.#rest.length > 0) {
      chunk = Buffer.concat([this.#rest, chunk.subarray(at)])
      this.#rest = Buffer.alloc(0)
      at = 0
    }
    while (at < chunk.length) {
      const next = this.#frameAt(chunk, at)
      if (next < 0) {
        this.#rest = Buffer.from(chunk.subarray(at))
        return
      }
      at = next
    }
  }

  /** Goes on with a frame of which a part is there; answers how much of the chunk it took. */
  #fill(chunk: Buffer): number {
    if (!this.#partial) return 0
    const taken = chunk.copy(this.#partial, this.#partialBytes)
    this.#partialBytes += taken
    if (this.#partialBytes === this.#partial.length) {
      const frame = this.#partial
      this.#partial = null
      this.#take(this.#partialCode, frame)
    }
    return taken
  }

  /** Reads a frame; answers where the next one begins, -1 when not even its head is there. */
  #frameAt(chunk: Buffer, start: number): number {
    if (chunk.length - start < 2) return -1
    let length = (chunk[start + 1] as number) & 127
    const head = length === 126 ? 4 : length === 127 ? 10 : 2
    if (chunk.length - start < head) return -1
    if (length === 126) length = chunk.readUInt16BE(start + 2)
    else if (length === 127) length = Number(chunk.readBigUInt64BE(start + 2))
    const code = (chunk[start] as number) & 15
    const end = start + head + length
    if (end <= chunk.length) {
      this.#take(code, chunk.subarray(start + head, end))
      return end
    }
    this.#partial = Buffer.allocUnsafe(length)
    this.#partialCode = code
    this.#partialBytes = chunk.copy(this.#partial, 0, start + head)
    return chunk.length
  }

  #take(code: number, payload: Buffer): void {
    if (code === 2) {
      this.framesReceived++
      this.onFrame(payload)
    } else if (code === 9) this.#write(10, payload)
    else if (code === 8) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      this.end()
    }
  }
}
