import { BlockedSockets } from './blockedSockets.ts'
import { call } from './call.ts'
import type { RoomSocketPorts } from './roomSocket.ts'
import { StreamLines } from './streamLines.ts'

const storage = () => {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

const lines = new StreamLines((stream, body, signal) =>
  call('POST', `/api/stream/${encodeURIComponent(stream)}`, body, signal),
)
const blocked = new BlockedSockets({ knock: () => lines.knock(), storage: storage() })
// Before the rooms come back: it may be another network.
globalThis.addEventListener?.('online', () => blocked.forget())

/** How the rooms of this page reach the server. */
export const pageLines: RoomSocketPorts = { lines, blocked }
