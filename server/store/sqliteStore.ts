import { Worker } from 'node:worker_threads'
import type { EventId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import type { Commit, LogRow, Row, Store } from './store.ts'
import type { Answer, Ask } from './sqliteWorker.ts'

/** The store was opened by somebody else, or cannot be opened at all: one sentence for whoever starts the server. */
export class StoreFault extends Error {}

/** SQLite in one file, behind one connection in one worker thread: the event loop never waits for the disk. */
export const openSqliteStore = async (path: string): Promise<Store> => {
  const worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: { path } })
  const waiting = new Map<number, { done: (value: never) => void; failed: (fault: Error) => void }>()
  let asked = 0
  let dead: Error | null = null

  const ask = <T>(question: Ask): Promise<T> =>
    new Promise((done, failed) => {
      if (dead) return failed(dead)
      const id = ++asked
      waiting.set(id, { done, failed })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage({ id, ...question })
    })
  const die = (fault: Error) => {
    dead ??= fault
    for (const { failed } of waiting.values()) failed(fault)
    waiting.clear()
  }
  worker.on('message', ({ id, value, fault }: Answer) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (fault === undefined) asker?.done(value as never)
    else asker?.failed(new Error(fault))
  })
  worker.on('error', die)
  worker.on('exit', () => die(new Error('The store has been closed.')))

  try {
    await ask({ ask: 'open' })
  } catch (fault) {
    await worker.terminate()
    const reason = (fault as Error).message
    throw new StoreFault(
      /locked|busy/i.test(reason)
        ? `${path} is in use by another server. Stop that one, or choose another DATA_DIR.`
        : `${path} cannot be opened: ${reason}.`,
    )
  }
  return {
    commit: (commit: Commit) => ask<number[]>({ ask: 'commit', commit }),
    readAfter: (room: RoomName, seq: number) => ask<LogRow[]>({ ask: 'readAfter', room, seq }),
    rows: (event: EventId) => ask<Row[]>({ ask: 'rows', event }),
    events: () => ask<EventId[]>({ ask: 'events' }),
    close: async () => {
      await ask({ ask: 'close' })
      await worker.terminate()
    },
  }
}
