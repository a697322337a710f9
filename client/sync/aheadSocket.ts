import type * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import { keptPrefix } from './keptPrefix.ts'

/** What a client says first to a room of which it has nothing: sync step 1 with an empty vector. */
const askForAll = new Uint8Array([0, 0, 1, 0])
/** Nobody came for it. */
const patienceMs = 5_000

/** A socket that was opened ahead, and what has come over it since. */
export type AheadSocket = { readonly socket: WebSocket; heard: Uint8Array[] }
type Ahead = AheadSocket & {
  readonly url: string
  readonly timer: ReturnType<typeof setTimeout>
  /** Read already, and no longer among what was heard. */
  doc: Y.Doc | null
}

let ahead: Ahead | null = null

/** Where documents are, as the stock provider asks for them with `?ack=1`. */
export const socketOrigin = (): string => location.origin.replace(/^http/, 'ws')
const urlOf = (room: RoomName) => `${socketOrigin()}/sync/${room}?ack=1`

/**
 * Opens the socket of a room before the page that shows it stands, asks for the whole document and reads it, while other
 * scripts are on their way. For devices that have no copy of it. Answers when it is here, or will not come. `isTime`: before
 * that nothing is read, which takes a while.
 */
export const openAhead = (room: RoomName, isTime: Promise<void>): Promise<void> => {
  try {
    // With a copy only what is missing is asked for.
    if (ahead || Object.keys(localStorage).some((key) => key.startsWith(`${keptPrefix}leitwand/${room}/`)))
      return Promise.resolve()
    const socket = new WebSocket(urlOf(room))
    socket.binaryType = 'arraybuffer'
    const timer = setTimeout(() => takeAhead(urlOf(room))?.socket.close(), patienceMs)
    const opened: Ahead = { url: urlOf(room), socket, heard: [], timer, doc: null }
    ahead = opened
    socket.onopen = () => socket.send(askForAll)
    const came = new Promise<void>((done) => {
      socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
        const frame = new Uint8Array(data)
        opened.heard.push(frame)
        if (isDocument(frame)) done()
      }
      socket.onclose = () => {
        if (ahead === opened) ahead = null
        done()
      }
    })
    return read(opened, Promise.all([came, isTime]))
  } catch {
    // The room will try for itself.
    return Promise.resolve()
  }
}

/** Sync step 2. */
const isDocument = (frame: Uint8Array): boolean => frame[0] === 0 && frame[1] === 1

const read = async (opened: Ahead, came: Promise<unknown>): Promise<void> => {
  const code = import('./readAhead.ts')
  await came
  try {
    const { readAhead } = await code
    // Somebody may have taken it meanwhile, to read it there.
    if (ahead !== opened) return
    const { doc, rest } = readAhead(opened.heard)
    opened.doc = doc
    opened.heard = rest
  } catch {
    // Whoever takes it reads it.
  }
}

/** The document of a room as it came ahead; whoever makes use of it takes the socket, too. */
export const docAhead = (room: RoomName): Y.Doc | null => (ahead?.url === urlOf(room) ? ahead.doc : null)

/** The socket of this address, if one was opened and still lives; it is given away once. */
export const takeAhead = (url: string): AheadSocket | null => {
  const taken = ahead?.url === url ? ahead : null
  if (!taken) return null
  ahead = null
  clearTimeout(taken.timer)
  const { readyState } = taken.socket
  return readyState === WebSocket.OPEN || readyState === WebSocket.CONNECTING ? taken : null
}

/** Whether a frame asks for what is missing: sync step 1. */
export const asksForMissing = (frame: Uint8Array): boolean => frame[0] === 0 && frame[1] === 0
