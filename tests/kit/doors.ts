import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Refusal } from '#shared/refusal.ts'
import { BlockedSockets } from '../../client/sync/blockedSockets.ts'
import { CallRefused } from '../../client/sync/call.ts'
import { frameWords } from '../../client/sync/frameWords.ts'
import { RoomSocket, type RoomSocketPorts } from '../../client/sync/roomSocket.ts'
import { StreamLines } from '../../client/sync/streamLines.ts'
import { bodyOfSync, step1Frame, step2Frame, updateFrame } from '../../server/rooms/frames.ts'
import { openHttpPage, type HttpPage } from './httpPage.ts'
import { awarenessFrame } from './talk.ts'
import { soon } from './venue.ts'

export type DoorName = 'socket' | 'http'
export const doorNames: readonly DoorName[] = ['socket', 'http']

/** Somebody at one of the doors, who says every frame by hand. */
export type Caller = {
  readonly doc: Y.Doc
  /** What was heard so far, in words without sizes; presence apart. */
  readonly heard: string[]
  /** How many are said to be here, latest last. */
  readonly presences: number[]
  readonly closed: Promise<string>
  says(frame: Uint8Array): void
  edits(run: (doc: Y.Doc) => void): void
  shows(state: Record<string, unknown>): void
  /** Waits until something was heard so often. */
  hears(words: string, times?: number): Promise<void>
  leaves(): void
  /** The line is cut without a word. */
  breaks(): void
}

const sockets: RoomSocketPorts = {
  lines: new StreamLines(async () => undefined),
  blocked: new BlockedSockets({ knock: async () => false }),
}

/** Knocks at a door; what the server refuses comes as the code of a closed line. */
export const callAt = async (
  door: DoorName,
  origin: string,
  ticket: string,
  room: string,
  { ack = true } = {},
): Promise<Caller> => {
  const doc = new Y.Doc()
  const heard: string[] = []
  const presences: number[] = []
  let end: (word: string) => void = () => undefined
  const closed = new Promise<string>((done) => (end = done))
  let page: HttpPage | null = null
  try {
    page = door === 'http' ? await openHttpPage(origin, ticket) : null
  } catch (fault) {
    if (fault instanceof CallRefused && fault.code !== 'offline' && fault.code !== 'broken')
      end(`${new Refusal(fault.code).close} ${fault.code}`)
  }
  const query = new URLSearchParams({ ticket, ...(ack ? { ack: '1' } : {}) })
  const url = `${origin.replace('http', 'ws')}/sync/${room}?${query.toString()}`
  const socket = door === 'http' && !page ? null : new RoomSocket(url, page?.ports ?? sockets)
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  clearInterval(awareness._checkInterval)

  const caller: Caller = {
    doc,
    heard,
    presences,
    closed,
    says: (frame) => socket?.send(frame),
    edits: (run) => {
      const hear = (update: Uint8Array) => socket?.send(updateFrame(update))
      doc.on('update', hear)
      doc.transact(() => run(doc))
      doc.off('update', hear)
    },
    shows: (state) => {
      awareness.setLocalState(state)
      socket?.send(awarenessFrame(awareness, [awareness.clientID]))
    },
    hears: async (words, times = 1) => {
      await soon(words, async () => heard.filter((one) => one === words).length >= times)
    },
    leaves: () => {
      socket?.close()
      setTimeout(() => page?.close(), 500)
    },
    breaks: () => (page ? page.close() : socket?.close()),
  }
  if (!socket) return caller
  const opened = new Promise<void>((done) => {
    socket.onopen = () => {
      socket.send(step1Frame(Y.encodeStateVector(doc)))
      done()
    }
  })
  socket.onmessage = ({ data: frame }) => {
    const words = frameWords(frame).replace(/,? \d+ B$/, '')
    if (words.startsWith('presence')) return void presences.push(Number(words.split(' ')[1]))
    heard.push(words)
    if (words === 'step 1') socket.send(step2Frame(Y.encodeStateAsUpdate(doc, bodyOfSync(frame))))
    else if (words === 'step 2' || words === 'update') Y.applyUpdate(doc, bodyOfSync(frame))
  }
  socket.onclose = ({ code, reason }) => end(`${code} ${reason}`)
  await Promise.race([opened, closed])
  return caller
}
