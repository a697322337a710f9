import type { Request, Response } from 'express'
import { raw } from 'express'
import type { Person } from '#shared/api.ts'
import { Refusal } from '#shared/refusal.ts'
import type { EventStream, EventStreams } from './eventStream.ts'
import { PageLines } from './pageLines.ts'
import type { DoorPorts } from './visitor.ts'

/** What a bundle needs besides its largest frame. */
const bundleBytes = 64 * 1024

/**
 * The HTTP door, for networks without WebSockets: a page's event stream carries all its lines down, `POST` carries
 * them up. One POST is read at a time.
 */
export class HttpLines {
  readonly #streams: EventStreams
  readonly #ports: DoorPorts
  readonly #pages = new Map<EventStream, PageLines>()
  /** Bodies that are being read. */
  readonly #reading = new Map<PageLines, Request>()
  readonly #read: ReturnType<typeof raw>

  constructor(streams: EventStreams, ports: DoorPorts) {
    this.#streams = streams
    this.#ports = ports
    this.#read = raw({ type: 'application/octet-stream', limit: ports.limits.frameBytes + bundleBytes })
    streams.onBeat(() => {
      for (const page of this.#pages.values()) page.expectSign()
    })
  }

  /** One bundle; answers how many items of this stream were taken. */
  async receive(id: string, request: Request, response: Response, whoIs: () => Promise<Person>) {
    const page = this.#pageOf(this.#streams.find(id, await whoIs()))
    await page.whenRoomy()
    page.take(await this.#bodyOf(page, request, response), whoIs)
    await page.whenRoomy()
    return { taken: page.taken }
  }

  #pageOf(stream: EventStream): PageLines {
    const known = this.#pages.get(stream)
    if (known) return known
    const page = new PageLines(stream, this.#ports)
    this.#pages.set(stream, page)
    stream.onEnd(() => this.#pages.delete(stream))
    return page
  }

  async #bodyOf(page: PageLines, request: Request, response: Response): Promise<Uint8Array> {
    // Two at a time: the page has given the first one up, and it may never come to its end.
    this.#reading.get(page)?.destroy()
    if (request.destroyed) throw new Refusal('badRequest')
    this.#reading.set(page, request)
    try {
      await new Promise<void>((done, failed) => {
        this.#read(request, response, (fault?: unknown) => (fault ? failed(fault) : done()))
      })
    } finally {
      if (this.#reading.get(page) === request) this.#reading.delete(page)
    }
    if (!(request.body instanceof Uint8Array)) throw new Refusal('badRequest')
    return request.body
  }
}
