import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { ServerUnderTest } from './serverUnderTest.ts'

const rounds = 3
const settleMs = 500

/**
 * Has a server throw its rubbish away, through the inspector that Node opens on SIGUSR1: without it two servers that
 * hold the same differ by what they have not yet cared to collect. Works with every Node process as it was started.
 */
export const collectGarbage = async (server: ServerUnderTest): Promise<void> => {
  const socket = new WebSocket(await server.inspector())
  await new Promise((done, failed) => socket.once('open', done).once('error', failed))
  for (let id = 1; id <= rounds; id++) {
    const answered = new Promise<void>((done) =>
      socket.on('message', (data: Buffer) => {
        if ((JSON.parse(data.toString()) as { id?: number }).id === id) done()
      }),
    )
    socket.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }))
    await answered
    await pause(settleMs)
  }
  socket.close()
}
