import { WebSocket } from 'ws'
import { metric } from './listener.ts'
import type { ServerProcess } from './serverProcess.ts'
import { soon, type Venue } from './venue.ts'

/** For a server whose memory is asked for: its inspector, once opened, takes any free port. */
export const inspectable = { NODE_OPTIONS: '--inspect-port=0' }

/**
 * Bytes that a server really holds, on its heap and beside it. First it has to throw its rubbish away, through the
 * inspector that Node opens on SIGUSR1: what merely was not collected yet is ten times as much, and says nothing.
 */
export const heldMemory = async ({
  child,
  output,
  venue,
}: ServerProcess & { venue: Venue }): Promise<number> => {
  child.kill('SIGUSR1')
  const address = await soon(
    'the inspector',
    async () => /Debugger listening on (ws:\S+)/.exec(output())?.[1],
  )
  const socket = new WebSocket(address)
  await new Promise((done, failed) => socket.once('open', done).once('error', failed))
  for (let id = 1; id <= 2; id++) {
    const answered = new Promise((done) => socket.once('message', done))
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await answered
  }
  socket.close()
  const [heap, beside] = await Promise.all([
    metric(venue.origin, 'nodejs_heap_size_used_bytes'),
    metric(venue.origin, 'nodejs_external_memory_bytes'),
  ])
  if (heap === 0) throw new Error('the server does not tell its memory')
  return heap + beside
}
