import { asksForMissing, takeAhead } from './aheadSocket.ts'
import type { BlockedSockets } from './blockedSockets.ts'
import type { StreamLines } from './streamLines.ts'

export type Carriage = 'socket' | 'http'

/** What the rooms of a page share. */
export type RoomSocketPorts = {
  readonly lines: StreamLines
  readonly blocked: BlockedSockets
}
/** Sees everything that passes. */
export type RoomSocketEars = {
  readonly sent?: (frame: Uint8Array) => void
  readonly heard?: (frame: Uint8Array) => void
  readonly opened?: (by: Carriage) => void
  readonly closed?: (code: number) => void
}

const upgradeMs = 5_000
/** Where WebSockets are blocked and no stream comes either, what was believed may be wrong. */
const streamMs = 10_000
const states = { connecting: 0, open: 1, closed: 3 } as const

/**
 * The part of a WebSocket that the y-websocket provider uses. It is carried by a real one, or, where those are
 * blocked, by the page's event stream; the provider comes back by itself and gets the other way then.
 */
export class RoomSocket {
  readonly OPEN = states.open
  readyState: number = states.connecting
  binaryType = 'arraybuffer'
  onopen: (() => void) | null = null
  onmessage: ((event: { readonly data: Uint8Array }) => void) | null = null
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  readonly #ports: RoomSocketPorts
  readonly #ears: RoomSocketEars
  readonly #way: { send(frame: Uint8Array): void; close(): void; begin?: () => void }

  constructor(url: string, ports: RoomSocketPorts, ears: RoomSocketEars = {}) {
    this.#ports = ports
    this.#ears = ears
    this.#way = ports.blocked.isKnown ? this.#overStream(new URL(url)) : this.#overSocket(url)
  }

  /** What came ahead is heard now, by a provider whose hands are free; otherwise as soon as what runs now is over. */
  begin(): void {
    this.#way.begin?.()
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== states.open) return
    this.#ears.sent?.(frame)
    this.#way.send(frame)
  }

  close(): void {
    this.#closed(1000, '')
    this.#way.close()
  }

  #overSocket(url: string) {
    const { blocked } = this.#ports
    const ahead = takeAhead(url)
    let socket: WebSocket
    try {
      socket = ahead?.socket ?? new WebSocket(url)
    } catch {
      blocked.failed()
      queueMicrotask(() => this.#closed(1006, ''))
      return { send: () => undefined, close: () => undefined }
    }
    let hasHeard = false
    const patience = setTimeout(() => {
      blocked.hung()
      this.#closed(1006, '')
      socket.close()
    }, upgradeMs)
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => {
      clearTimeout(patience)
      this.#opened('socket')
    }
    const heard = (frame: Uint8Array) => {
      if (!hasHeard) blocked.worked()
      hasHeard = true
      this.#heard(frame)
    }
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => heard(new Uint8Array(data))
    socket.onerror = (event) => this.onerror?.(event)
    socket.onclose = ({ code, reason }) => {
      clearTimeout(patience)
      // Some gateways let the upgrade pass and nothing after it.
      if (!hasHeard && code === 1006 && this.readyState !== states.closed) blocked.failed()
      this.#closed(code, reason)
    }
    const isOpenAhead = ahead !== null && socket.readyState === WebSocket.OPEN
    let hasBegun = !isOpenAhead
    const begin = () => {
      if (hasBegun) return
      hasBegun = true
      clearTimeout(patience)
      this.#opened('socket')
      for (const frame of ahead?.heard ?? []) heard(frame)
    }
    // The provider takes what it is handed only when its own hands are free.
    if (isOpenAhead) queueMicrotask(begin)
    let hasAsked = !isOpenAhead
    return {
      begin,
      send: (frame: Uint8Array) => {
        // Asked ahead already; the answer is here, or under way.
        if (!hasAsked && asksForMissing(frame)) hasAsked = true
        // While it closes nothing passes any more; all of it is said again on the next one.
        else if (socket.readyState === WebSocket.OPEN) socket.send(frame as Uint8Array<ArrayBuffer>)
      },
      close: () => {
        clearTimeout(patience)
        socket.close()
      },
    }
  }

  /** `…/sync/<room>?ack=1`, as the provider asks for it; the line waits for the stream if need be. */
  #overStream({ pathname, searchParams }: URL) {
    const { lines, blocked } = this.#ports
    const room = decodeURIComponent(pathname.slice(pathname.indexOf('/sync/') + '/sync/'.length))
    const patience = setTimeout(() => {
      blocked.doubt()
      this.#closed(1006, '')
      line.close()
    }, streamMs)
    const line = lines.open(room, searchParams.get('ack') === '1', {
      opened: () => {
        clearTimeout(patience)
        this.#opened('http')
      },
      heard: (frame) => this.#heard(frame),
      closed: (code, reason) => {
        clearTimeout(patience)
        this.#closed(code, reason)
      },
    })
    return {
      send: (frame: Uint8Array) => line.send(frame),
      close: () => {
        clearTimeout(patience)
        line.close()
      },
    }
  }

  #opened(by: Carriage): void {
    if (this.readyState !== states.connecting) return
    this.readyState = states.open
    this.#ears.opened?.(by)
    this.onopen?.()
  }

  #heard(frame: Uint8Array): void {
    if (this.readyState !== states.open) return
    this.#ears.heard?.(frame)
    this.onmessage?.({ data: frame })
  }

  #closed(code: number, reason: string): void {
    if (this.readyState === states.closed) return
    this.readyState = states.closed
    this.#ears.closed?.(code)
    this.onclose?.({ code, reason })
  }
}
