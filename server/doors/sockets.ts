import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'
import type { Person } from '#shared/api.ts'
import { Refusal } from '#shared/refusal.ts'
import { credentialsOf, isOwnOrigin, queryOf } from '../auth/credentials.ts'
import { SocketCarrier } from './socketCarrier.ts'
import { Visitor, type DoorPorts, type Wish } from './visitor.ts'

const goodbyeMs = 500

/**
 * The WebSocket door: `/sync/<room>?ticket=…&ack=1`. A refusal completes the handshake and then closes with its code,
 * because an HTTP error makes stock clients try again for ever.
 */
export const openSocketDoor = (server: Server, ports: DoorPorts): { close(): Promise<void> } => {
  const { limits, turnstile } = ports
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
  })
  /** Who has given a sign of life since the last round. */
  const open = new Map<WebSocket, { visitor: Visitor; alive: boolean }>()
  const gone = Promise.withResolvers<void>()
  let isClosing = false

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (isForVite(request, server)) return
    // Whoever hangs up while waiting must not end the process.
    socket.on('error', ignore)
    turnstile.pass(() => {
      socket.off('error', ignore)
      sockets.handleUpgrade(request, socket, head, (client) => admit(client, socket, request))
    })
  }
  const admit = (client: WebSocket, stream: Duplex, request: IncomingMessage) => {
    const visitor = receive(client, stream)
    const wish = wishOf(request)
    void visitor.enter(wish, () => whoKnocks(request, wish, ports))
  }
  // Without the request in reach: closures of one scope would keep it for as long as the connection lasts.
  const receive = (client: WebSocket, stream: Duplex): Visitor => {
    const visitor = new Visitor(new SocketCarrier(client, stream), ports)
    const state = { visitor, alive: true }
    open.set(client, state)
    client.binaryType = 'nodebuffer'
    client.on('message', (data: Buffer, isBinary) => {
      state.alive = true
      if (isBinary) visitor.hear(data)
      else visitor.refuse(new Refusal('badFrame'))
    })
    client.on('pong', () => (state.alive = true))
    client.on('error', (fault: Error & { code?: string }) => {
      ports.log.warn({ code: fault.code }, 'socket fault')
    })
    client.on('close', () => {
      open.delete(client)
      visitor.left()
      if (isClosing && open.size === 0) gone.resolve()
    })
    return visitor
  }

  /** Half-open lines (a closed lid, a lost Wi-Fi) look alive to the kernel for a quarter of an hour. */
  const round = setInterval(() => {
    for (const [client, state] of open) {
      if (state.visitor.isPaused) continue
      if (!state.alive) client.terminate()
      state.alive = false
      if (client.readyState === WebSocket.OPEN) client.ping()
    }
  }, limits.pingMs).unref()

  server.on('upgrade', upgrade)
  return {
    async close() {
      isClosing = true
      if (open.size === 0) gone.resolve()
      clearInterval(round)
      server.off('upgrade', upgrade)
      // Everybody has been told to come back; whoever says goodbye hears the reason for certain.
      await Promise.race([gone.promise, pause(goodbyeMs, undefined, { ref: false })])
      for (const client of open.keys()) client.terminate()
    },
  }
}

const ignore = () => undefined

/** In development Vite listens beside us, and its page asks for one of its two protocols. */
const isForVite = ({ headers }: IncomingMessage, server: Server): boolean =>
  server.listenerCount('upgrade') > 1 && /^vite-(hmr|ping)$/.test(headers['sec-websocket-protocol'] ?? '')

const whoKnocks = async (request: IncomingMessage, { room }: Wish, ports: DoorPorts): Promise<Person> => {
  const { ticket, byCookie } = credentialsOf(request)
  if (byCookie && !isOwnOrigin(request, ports.ownHost())) throw new Refusal('foreignOrigin')
  return ports.eventOf(room).whoIs(ticket)
}

const wishOf = (request: IncomingMessage): Wish => ({
  room: roomOf(request),
  wantsAcks: queryOf(request).get('ack') === '1',
})

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
