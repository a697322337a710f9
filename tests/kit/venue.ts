import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ErrorAnswer, JoinAnswer, MeAnswer, NotesAnswer, PlenumAnswer } from '#shared/api.ts'
import type { UserRole } from '#shared/roles.ts'
import { readConfig } from '../../server/config.ts'
import { startServer, type Running } from '../../server/startServer.ts'

// Every stock provider listens to the end of the process.
process.setMaxListeners(200)

export type Answer<T> = {
  readonly status: number
  readonly body: T & Partial<ErrorAnswer>
  readonly headers: Headers
}

/** Someone at the venue who has joined. */
export type Guest = JoinAnswer & {
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>>
  /** The document of `<event>/<tail>` through a stock provider, as soon as it is there. */
  open(tail: string): Promise<Live>
}
export type Live = {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** The code with which the server sent this client away for good. */
  readonly closed: Promise<number>
  leave(): void
}

/** For a machine that is slow, or stands still for a moment; less than a test may take. */
const patienceMs = 25_000

const until = <T>(what: string, hear: (done: (value: T) => void) => void, ms = patienceMs): Promise<T> =>
  new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`waited in vain for ${what}`)), ms)
    hear((value) => {
      clearTimeout(timer)
      done(value)
    })
  })

export const freshFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'leitwand-venue-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
export const settingsIn = (dataDir: string, more: Record<string, string> = {}): Record<string, string> => ({
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  LOG_LEVEL: 'silent',
  ...more,
})

/** People, documents and calls at a server that runs somewhere. */
export class Venue {
  readonly origin: string
  readonly codes: Readonly<Record<UserRole, string>>
  readonly #lives = new Set<Live>()

  constructor(origin: string, links: readonly { role: UserRole; code: string }[]) {
    this.origin = origin
    // The first event's: those of others come after.
    this.codes = Object.fromEntries(links.map(({ role, code }) => [role, code]).toReversed()) as Record<
      UserRole,
      string
    >
  }

  async call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.origin}/api${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {}
    return { status: response.status, body: json as T & Partial<ErrorAnswer>, headers: response.headers }
  }

  async join(role: UserRole, name: string, group?: string): Promise<Guest> {
    const { status, body } = await this.call<JoinAnswer>('POST', '/join', {
      code: this.codes[role],
      name,
      group,
    })
    if (status !== 200) throw new Error(`${name} was not let in: ${body.error}`)
    return this.guest(body)
  }

  guest(answer: JoinAnswer): Guest {
    return {
      ...answer,
      call: (method, path, body) =>
        this.call(method, path, body, { authorization: `Bearer ${answer.ticket}` }),
      open: (tail) => this.open(`${answer.event.id}/${tail}`, answer.ticket),
    }
  }

  async open(room: string, ticket: string): Promise<Live> {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${this.origin.replace('http', 'ws')}/sync`, room, doc, {
      params: { ticket },
      disableBc: true,
    })
    const closed = new Promise<number>((done) => provider.on('closed', ({ code }) => done(code)))
    const live: Live = {
      doc,
      provider,
      closed,
      leave: () => {
        provider.destroy()
        this.#lives.delete(live)
      },
    }
    this.#lives.add(live)
    await until<unknown>(`${room} to load`, (done) => {
      provider.on('sync', done)
      provider.on('closed', done)
    })
    return live
  }

  /** A bare socket: frames as bytes, and the code with which it ended. */
  async socket(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ socket: WebSocket; frames: Buffer[]; ended: Promise<number> }> {
    const socket = new WebSocket(this.origin.replace('http', 'ws'), {
      headers,
      // As it stands: a URL would tidy `../` away.
      finishRequest: (request) => {
        request.path = path
        request.end()
      },
    })
    const frames: Buffer[] = []
    socket.on('message', (data) => frames.push(data as Buffer))
    socket.on('error', () => undefined)
    const ended = until<number>(`${path} to end`, (done) => socket.on('close', done))
    ended.catch(() => undefined)
    await until<unknown>(`${path} to open`, (done) => {
      socket.on('open', done)
      socket.on('close', done)
    })
    return { socket, frames, ended }
  }

  leave(): void {
    for (const live of this.#lives) live.leave()
  }
}

/** A venue with a server of its own in this process. */
export const openVenue = async (
  more: Record<string, string> = {},
): Promise<Venue & { server: Running; dataDir: string; close(): Promise<void> }> => {
  const folder = freshFolder()
  const server = await startServer(readConfig(settingsIn(folder.path, more)))
  const venue = new Venue(server.origin, server.links)
  return Object.assign(venue, {
    server,
    dataDir: folder.path,
    close: async () => {
      venue.leave()
      await server.close()
      folder.remove()
    },
  })
}

/** Waits until a document says what is wanted. */
export const docSays = <T>(
  what: string,
  { doc }: Live,
  read: (doc: Y.Doc) => T | null | undefined | false,
): Promise<T> =>
  until<T>(what, (done) => {
    const look = () => {
      const found = read(doc)
      if (!found) return
      doc.off('update', look)
      done(found)
    }
    doc.on('update', look)
    look()
  })

export const plenumOf = async (guest: Guest): Promise<PlenumAnswer> =>
  (await guest.call<PlenumAnswer>('GET', '/plenum')).body
export const notesOfGroup = async (guest: Guest, group: string): Promise<NotesAnswer['notes']> =>
  (await guest.call<NotesAnswer>('GET', `/groups/${group}/notes`)).body.notes
export const meOf = async (guest: Guest): Promise<MeAnswer> => (await guest.call<MeAnswer>('GET', '/me')).body

/** Asks again and again until the answer is as wanted: for what the server does on its own. */
export const soon = async <T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> => {
  const end = Date.now() + patienceMs
  for (;;) {
    const found = await ask()
    if (found) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((done) => setTimeout(done, 10))
  }
}
