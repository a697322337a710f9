import { Worker } from 'node:worker_threads'
import type { EventId } from '#shared/ids.ts'
import type { Logged, Row, Snapshot, Store } from './store.ts'
import type { Answer, Ask, Question } from './sqliteWorker.ts'

/** The store was opened by somebody else, or cannot be opened at all: one sentence for whoever starts the server. */
export class StoreFault extends Error {}

/** SQLite in one file, behind one connection in one worker thread: the event loop never waits for the disk. */
export const openSqliteStore = async (path: string): Promise<Store> => {
  const worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: { path } })
  const waiting = new Map<number, { done: (value: never) => void; failed: (fault: Error) => void }>()
  let asked = 0
  let dead: Error | null = null
  let bundle: Question[] = []

  /** What is asked in one pass of the event loop goes as one message: all rooms' turns become one sync of the disk. */
  const post = () => {
    const questions = bundle
    bundle = []
    try {
      send(questions)
    } catch {
      // One of them cannot be sent to a thread; it harms no other.
      for (const question of questions)
        try {
          send([question])
        } catch (fault) {
          answer({ id: question.id, fault: String(fault) })
        }
    }
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  const send = (questions: Question[]) => worker.postMessage(questions)

  const ask = <T>(question: Ask): Promise<T> =>
    new Promise((done, failed) => {
      if (dead) return failed(dead)
      const id = ++asked
      waiting.set(id, { done, failed })
      if (bundle.push({ id, ...question }) === 1) setImmediate(post)
    })
  const die = (fault: Error) => {
    dead ??= fault
    for (const { failed } of waiting.values()) failed(fault)
    waiting.clear()
  }
  const answer = ({ id, value, fault }: Answer) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (fault === undefined) asker?.done(value as never)
    else asker?.failed(new Error(fault))
  }
  worker.on('message', (answers: Answer[]) => answers.forEach(answer))
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
    commit: (commit) => ask<number[]>({ ask: 'commit', commit }),
    load: (room) => ask<Logged>({ ask: 'load', room }),
    compact: (room, snapshot) => ask<void>({ ask: 'compact', room, snapshot }),
    snapshots: (room) => ask<Snapshot[]>({ ask: 'snapshots', room }),
    rewrite: (rewritings, changes) => ask<void>({ ask: 'rewrite', rewritings, changes }),
    wipe: () => ask<void>({ ask: 'wipe' }),
    rows: (event) => ask<Row[]>({ ask: 'rows', event }),
    events: () => ask<EventId[]>({ ask: 'events' }),
    close: async () => {
      await ask({ ask: 'close' })
      await worker.terminate()
    },
  }
}
