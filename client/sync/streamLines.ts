import { fromBase64 } from 'lib0/buffer'
import { writeBundle, type LineItem } from '#shared/lineBundle.ts'
import { Refusal, type RefusalCode } from '#shared/refusal.ts'
import { maxFrameBytes } from '#shared/wire.ts'
import { CallRefused } from './call.ts'
import { valueStore, type ReadStore } from './valueStore.ts'

/** One request up; throws `CallRefused`. */
export type PostBundle = (
  stream: string,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
) => Promise<unknown>

export type LineEars = {
  opened(): void
  heard(frame: Uint8Array): void
  closed(code: number, reason: string): void
}
export type Line = { send(frame: Uint8Array): void; close(): void }

const bundleBytes = 256 * 1024
const patienceMs = 20_000
const firstWaitMs = 250
const longestWaitMs = 4_000
/** Nothing goes up for so long: the stream itself is given up. */
const giveUpMs = 30_000
/** What a broken line is closed with: come back. */
const broken = 1006

type KnownLine = { readonly ears: LineEars; isOpen: boolean }

/**
 * Carries a page's rooms over its one event stream: frames come down as events and go up in bundles, one POST at a
 * time. Every item has a number; after a lost answer the same numbers are sent again.
 */
export class StreamLines {
  /** Asks for a fresh stream; set by whoever holds it. */
  renew: () => void = () => undefined
  readonly #post: PostBundle
  readonly #stream = valueStore<string | null>(null)
  readonly #lines = new Map<number, KnownLine>()
  #lastLine = 0
  /** Not answered yet; the first of them has this number. */
  #queue: LineItem[] = []
  #first = 1
  #isSending = false

  constructor(post: PostBundle) {
    this.#post = post
  }

  /** Id of the stream while it is open. */
  get stream(): ReadStore<string | null> {
    return this.#stream
  }
  get size(): number {
    return this.#lines.size
  }

  open(room: string, wantsAcks: boolean, ears: LineEars): Line {
    const line = ++this.#lastLine
    const known = { ears, isOpen: false }
    this.#lines.set(line, known)
    this.#push({ kind: 'open', line, room, wantsAcks })
    return {
      send: (frame) => {
        if (this.#lines.get(line) !== known) return
        // The server would say no; the other lines of the bundle are not to blame.
        if (frame.length > maxFrameBytes) this.#close(line, 1009, 'tooLarge')
        else this.#push({ kind: 'frame', line, frame })
      },
      close: () => {
        if (this.#lines.get(line) !== known) return
        this.#lines.delete(line)
        this.#push({ kind: 'close', line })
      },
    }
  }

  /** `hello`: lines that were waiting for a stream go on, those of another one are broken. */
  began(stream: string): void {
    if (this.#stream.get() !== null) this.lost()
    this.#first = 1
    this.#stream.set(stream)
    void this.#send()
  }

  /** The stream is broken, and every line with it. */
  lost(code = broken, reason = ''): void {
    // Lines that wait for the next stream are not broken by the last one.
    if (this.#stream.get() === null) return
    this.#stream.set(null)
    this.#queue = []
    for (const line of this.#lines.keys()) this.#close(line, code, reason)
  }

  hear(data: string): void {
    const [line = '', ...frames] = data.split(' ')
    for (const frame of frames) {
      const known = this.#lines.get(Number(line))
      if (!known) return
      this.#opened(known)
      known.ears.heard(fromBase64(frame))
    }
  }

  ended(data: string): void {
    const [line, code, reason = ''] = data.split(' ')
    const known = this.#lines.get(Number(line))
    if (known) this.#opened(known)
    this.#close(Number(line), Number(code), reason)
  }

  /** A sign of life, asked for by the server. */
  beat(): void {
    if (this.#lines.size > 0) void this.#send(true)
  }

  /** Whether the stream and the way up work right now. */
  async knock(): Promise<boolean> {
    const stream = this.#stream.get()
    if (stream === null) return false
    try {
      const body = writeBundle({ first: this.#first, items: [] })
      await this.#post(stream, body, AbortSignal.timeout(patienceMs))
      return this.#stream.get() === stream
    } catch {
      return false
    }
  }

  #push(item: LineItem): void {
    this.#queue.push(item)
    // What is said in one breath goes up together.
    queueMicrotask(() => void this.#send())
  }

  async #send(isSign = false): Promise<void> {
    const stream = this.#stream.get()
    if (this.#isSending || stream === null || (this.#queue.length === 0 && !isSign)) return
    this.#isSending = true
    let wait = firstWaitMs
    let worked = Date.now()
    do {
      const items = this.#nextItems()
      try {
        const body = writeBundle({ first: this.#first, items })
        // oxlint-disable-next-line eslint/no-await-in-loop
        await this.#post(stream, body, AbortSignal.timeout(patienceMs))
        if (this.#stream.get() !== stream) break
        this.#queue.splice(0, items.length)
        this.#first += items.length
        for (const { kind, line } of items) if (kind === 'open') this.#opened(this.#lines.get(line))
        wait = firstWaitMs
        worked = Date.now()
      } catch (fault) {
        if (this.#stream.get() !== stream) break
        this.#giveUp(fault, Date.now() - worked)
        if (this.#stream.get() !== stream) break
        const ms = wait
        // oxlint-disable-next-line eslint/no-await-in-loop
        await new Promise((done) => setTimeout(done, ms))
        wait = Math.min(wait * 2, longestWaitMs)
      }
    } while (this.#stream.get() === stream && this.#queue.length > 0)
    this.#isSending = false
    // A new stream may have begun meanwhile.
    if (this.#stream.get() !== stream) void this.#send()
  }

  #nextItems(): LineItem[] {
    let bytes = 0
    let count = 0
    for (const item of this.#queue) {
      bytes += item.kind === 'frame' ? item.frame.length : 100
      if (count > 0 && bytes > bundleBytes) break
      count++
    }
    return this.#queue.slice(0, count)
  }

  /** A network fault is tried again; a stream that the server does not know any more is begun anew. */
  #giveUp(fault: unknown, forMs: number): void {
    const { code, status } = fault instanceof CallRefused ? fault : { code: 'offline', status: 0 }
    const mayHeal = code === 'offline' || code === 'broken' || status >= 500
    if (mayHeal && forMs < giveUpMs) return
    if (mayHeal || code === 'notFound') this.lost()
    else this.lost(new Refusal(code as RefusalCode).close, code)
    this.renew()
  }

  #opened(line: KnownLine | undefined): void {
    if (!line || line.isOpen) return
    line.isOpen = true
    line.ears.opened()
  }

  #close(line: number, code: number, reason: string): void {
    const known = this.#lines.get(line)
    if (!this.#lines.delete(line)) return
    known?.ears.closed(code, reason)
  }
}

/** Anything that tells events: the browser's EventSource, or a reader of our own. */
export type EventTeller = {
  addEventListener(event: string, hear: (event: { readonly data: string }) => void): void
}

/** Lets lines hear what a stream says of them. */
export const hearLines = (source: EventTeller, lines: StreamLines): void => {
  source.addEventListener('hello', ({ data }) => lines.began(data))
  source.addEventListener('line', ({ data }) => lines.hear(data))
  source.addEventListener('closed', ({ data }) => lines.ended(data))
  source.addEventListener('beat', () => lines.beat())
}
