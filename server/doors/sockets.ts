import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { parseRoomName, type RoomName } from '#shared/place.ts'
import { Refusal } from '#shared/refusal.ts'
import { can } from '#shared/roles.ts'
import { maxFrameBytes } from '#shared/wire.ts'
import { credentialsOf, isOwnOrigin, queryOf } from '../auth/credentials.ts'
import type { Person } from '#shared/api.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Line } from '../rooms/session.ts'
import type { Log } from '../log.ts'

export type SocketPorts = {
  readonly rooms: Rooms
  readonly whoIs: (ticket: string | null) => Promise<Person>
  readonly plenumFrozen: () => boolean
  /** Host of the public address. */
  readonly ownHost: () => string
  readonly log: Log
}

/** Clients that stop reading are dropped before their backlog grows beyond this. */
const maxBacklogBytes = 16 * 1024 * 1024
const maxEarlyBytes = maxFrameBytes + 1024 * 1024

/**
 * The WebSocket door: `/sync/<room>?ticket=…&ack=1`. A refusal completes the handshake and then closes with its code,
 * because an HTTP error makes stock clients try again for ever.
 */
export const openSocketDoor = (server: Server, ports: SocketPorts): { close(): void } => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false })
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isForVite(request, server)) return
    sockets.handleUpgrade(request, socket, head, (client) => void admit(client, request, ports))
  }
  server.on('upgrade', upgrade)
  return {
    close() {
      server.off('upgrade', upgrade)
      sockets.close()
    },
  }
}

/** In development Vite listens beside us, and its page asks for one of its two protocols. */
const isForVite = ({ headers }: IncomingMessage, server: Server): boolean =>
  server.listenerCount('upgrade') > 1 && /^vite-(hmr|ping)$/.test(headers['sec-websocket-protocol'] ?? '')

const admit = async (socket: WebSocket, request: IncomingMessage, ports: SocketPorts): Promise<void> => {
  // Frames that arrive while the ticket is checked and the room is loaded wait here, in order.
  const early: Uint8Array[] = []
  let earlyBytes = 0
  let take = (frame: Uint8Array) => {
    earlyBytes += frame.length
    if (earlyBytes > maxEarlyBytes) refuse(socket, new Refusal('tooLarge'), ports.log)
    else early.push(frame)
  }
  socket.binaryType = 'nodebuffer'
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) take(data)
    else refuse(socket, new Refusal('badFrame'), ports.log)
  })
  socket.on('error', (fault: Error & { code?: string }) => {
    ports.log.warn({ code: fault.code }, 'socket fault')
  })
  try {
    const { person, name } = await enter(request, ports)
    const room = await ports.rooms.open(name)
    if (socket.readyState !== WebSocket.OPEN) return
    const session = room.join(lineOf(socket, person, request, ports.log))
    socket.on('close', () => room.leave(session))
    take = (frame) => room.receive(session, frame)
    for (const frame of early.splice(0)) take(frame)
  } catch (fault) {
    refuse(socket, fault instanceof Refusal ? fault : new Refusal('storeDown'), ports.log)
  }
}

/** Who may come in, and where to. */
const enter = async (
  request: IncomingMessage,
  ports: SocketPorts,
): Promise<{ person: Person; name: RoomName }> => {
  const { ticket, byCookie } = credentialsOf(request)
  if (byCookie && !isOwnOrigin(request, ports.ownHost())) throw new Refusal('foreignOrigin')
  const person = await ports.whoIs(ticket)
  const name = roomOf(request)
  const parsed = parseRoomName(name)
  if (!parsed || !ports.rooms.knows(name)) throw new Refusal('roomUnknown')
  if (!can(person, { plenumFrozen: ports.plenumFrozen() }, 'read', parsed.place))
    throw new Refusal('forbidden')
  return { person, name: name as RoomName }
}

/** The path as it was sent: `../` is a forged room, not a way up. */
const roomOf = (request: IncomingMessage): string => {
  if (!(request.url ?? '').startsWith('/sync/')) return ''
  const path = (request.url ?? '').slice('/sync/'.length).split('?')[0] as string
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

const lineOf = (socket: WebSocket, person: Person, request: IncomingMessage, log: Log): Line => ({
  person,
  wantsAcks: queryOf(request).get('ack') === '1',
  send(frame) {
    if (socket.readyState !== WebSocket.OPEN) return
    if (socket.bufferedAmount > maxBacklogBytes) socket.terminate()
    else socket.send(frame)
  },
  close: (refusal) => refuse(socket, refusal, log),
})

const refuse = (socket: WebSocket, refusal: Refusal, log: Log): void => {
  if (socket.readyState === WebSocket.CLOSED || socket.readyState === WebSocket.CLOSING) return
  if (refusal.code !== 'shuttingDown') log.info({ refusal: refusal.code }, 'connection refused')
  socket.close(refusal.close, refusal.code)
}
