import type { RoomName } from '#shared/place.ts'
import { keptPrefix } from './keptPrefix.ts'

/** What a client says first to a room of which it has nothing: sync step 1 with an empty vector. */
const askForAll = new Uint8Array([0, 0, 1, 0])
/** Nobody came for it. */
const patienceMs = 5_000

/** A socket that was opened ahead, and what has come over it since. */
export type AheadSocket = { readonly socket: WebSocket; readonly heard: Uint8Array[] }

let ahead: (AheadSocket & { readonly url: string; readonly timer: ReturnType<typeof setTimeout> }) | null =
  null

/** Where documents are, as the stock provider asks for them with `?ack=1`. */
export const socketOrigin = (): string => location.origin.replace(/^http/, 'ws')
const urlOf = (room: RoomName) => `${socketOrigin()}/sync/${room}?ack=1`

/**
 * Opens the socket of a room before the page that shows it stands, and asks for the whole document: both are on their way
 * while scripts run. For devices that have no copy of it.
 */
export const openAhead = (room: RoomName): void => {
  try {
    // With a copy only what is missing is asked for.
    if (ahead || Object.keys(localStorage).some((key) => key.startsWith(`${keptPrefix}leitwand/${room}/`)))
      return
    const socket = new WebSocket(urlOf(room))
    socket.binaryType = 'arraybuffer'
    const heard: Uint8Array[] = []
    socket.onopen = () => socket.send(askForAll)
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => heard.push(new Uint8Array(data))
    socket.onclose = () => {
      if (ahead?.socket === socket) ahead = null
    }
    const timer = setTimeout(() => takeAhead(urlOf(room))?.socket.close(), patienceMs)
    ahead = { url: urlOf(room), socket, heard, timer }
  } catch {
    // The room will try for itself.
  }
}

/** The socket of this address, if one was opened and still lives; it is given away once. */
export const takeAhead = (url: string): AheadSocket | null => {
  const taken = ahead?.url === url ? ahead : null
  if (!taken) return null
  ahead = null
  clearTimeout(taken.timer)
  const { readyState } = taken.socket
  return readyState === WebSocket.OPEN || readyState === WebSocket.CONNECTING ? taken : null
}

/** Whether a frame asks what was asked ahead already. */
export const asksForAll = (frame: Uint8Array): boolean =>
  frame.length === askForAll.length && frame.every((byte, at) => byte === askForAll[at])
