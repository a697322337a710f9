import type { Person } from '#shared/api.ts'
import { readBundle, type LineBundle, type LineItem } from '#shared/lineBundle.ts'
import { Refusal } from '#shared/refusal.ts'
import { maxLines } from '#shared/wire.ts'
import type { EventStream } from './eventStream.ts'
import { Visitor, type Carrier, type DoorPorts } from './visitor.ts'

/** A page that takes nothing is cut off so long after one of its lines was closed. */
const farewellMs = 2_000

/** Over one page's stream: a line a room, each a visitor. What the page sends up is numbered and counts once. */
export class PageLines {
  readonly #stream: EventStream
  readonly #ports: DoorPorts
  readonly #lines = new Map<number, HttpLine>()
  /** While lines are paused, answers are held back. */
  readonly #paused = new Set<HttpLine>()
  #waiting: (() => void)[] = []
  #last = 0
  #taken = 0
  #isAlive = true

  constructor(stream: EventStream, ports: DoorPorts) {
    this.#stream = stream
    this.#ports = ports
    stream.onEnd(() => {
      for (const line of this.#lines.values()) this.#leave(line)
    })
  }

  /** So many items were taken. */
  get taken(): number {
    return this.#taken
  }

  /** Takes what is new in a bundle; what it repeats was taken before. */
  take(bytes: Uint8Array, whoIs: () => Promise<Person>): void {
    this.#isAlive = true
    const { first, items } = parse(bytes)
    if (first > this.#taken + 1) throw new Refusal('badRequest')
    for (const item of items.slice(this.#taken + 1 - first)) {
      this.#taken++
      this.#hear(item, whoIs)
    }
  }

  /** Resolves when the page may be heard on. */
  async whenRoomy(): Promise<void> {
    while (this.#paused.size > 0) await new Promise<void>((done) => this.#waiting.push(done))
  }

  /** Half-open streams look alive for long: a page with lines answers each beat, or is cut off. */
  expectSign(): void {
    if (this.#lines.size === 0 || this.#paused.size > 0) return
    if (!this.#isAlive) this.#stream.cut()
    this.#isAlive = false
  }

  #hear(item: LineItem, whoIs: () => Promise<Person>): void {
    const line = this.#lines.get(item.line)
    if (item.kind === 'open') this.#open(item, whoIs)
    else if (line && item.kind === 'close') this.#leave(line)
    else if (line && item.kind === 'frame') line.hear(item.frame, this.#ports.limits.frameBytes)
  }

  #open({ line: number, room, wantsAcks }: LineItem & { kind: 'open' }, whoIs: () => Promise<Person>): void {
    if (number <= this.#last) throw new Refusal('badRequest')
    this.#last = number
    const line: HttpLine = new HttpLine(number, this.#stream, this.#ports, {
      closed: () => this.#closed(line),
      pause: () => this.#paused.add(line),
      resume: () => this.#resume(line),
    })
    if (this.#lines.size >= maxLines) return line.visitor.refuse(new Refusal('tooManyConnections'))
    this.#lines.set(number, line)
    this.#ports.turnstile.pass(() => void line.visitor.enter({ room, wantsAcks }, whoIs))
  }

  #closed(line: HttpLine): void {
    this.#leave(line)
    // What it has not read will never be read: the memory is wanted back.
    if (this.#stream.backlog > 0) {
      const { limits, timers } = this.#ports
      timers.after(farewellMs, () => this.#stream.backlog > limits.behindBytes / 4 && this.#stream.cut())
    }
  }

  #leave(line: HttpLine): void {
    this.#lines.delete(line.number)
    line.leave()
    this.#resume(line)
  }

  #resume(line: HttpLine): void {
    this.#paused.delete(line)
    if (this.#paused.size > 0) return
    for (const go of this.#waiting.splice(0)) go()
  }
}

type LineEars = { closed(): void; pause(): void; resume(): void }

class HttpLine implements Carrier {
  readonly number: number
  readonly visitor: Visitor
  readonly #stream: EventStream
  readonly #ears: LineEars
  #isOver = false

  constructor(number: number, stream: EventStream, ports: DoorPorts, ears: LineEars) {
    this.number = number
    this.#stream = stream
    this.#ears = ears
    this.visitor = new Visitor(this, ports)
  }

  hear(frame: Uint8Array, frameBytes: number): void {
    if (frame.length > frameBytes) this.visitor.refuse(new Refusal('tooLarge'))
    else this.visitor.hear(frame)
  }

  leave(): void {
    this.#isOver = true
    // A room that is sending somebody away has not finished with them yet.
    queueMicrotask(() => this.visitor.left())
  }

  isOpen(): boolean {
    return !this.#isOver && this.#stream.isOpen
  }
  send(frame: Uint8Array): void {
    if (this.isOpen()) this.#stream.send('line', `${this.number} ${base64(frame)}`)
  }
  close(refusal: Refusal): void {
    if (!this.isOpen()) return
    this.#stream.send('closed', `${this.number} ${refusal.close} ${refusal.code}`)
    this.#ears.closed()
  }
  backlog(): number {
    return this.#stream.backlog
  }
  pause(): void {
    this.#ears.pause()
  }
  resume(): void {
    this.#ears.resume()
  }
}

const parse = (bytes: Uint8Array): LineBundle => {
  try {
    return readBundle(bytes)
  } catch {
    throw new Refusal('badRequest')
  }
}

let latest: { readonly frame: Uint8Array; readonly text: string } | null = null
/** A room sends the same frame to everyone, one after the other. */
const base64 = (frame: Uint8Array): string => {
  if (latest?.frame !== frame) {
    const text = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString('base64')
    latest = { frame, text }
  }
  return latest.text
}
