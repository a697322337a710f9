import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { EventId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import type { Commit, LogRow, Row } from './store.ts'

export type Ask =
  | { ask: 'open' }
  | { ask: 'commit'; commit: Commit }
  | { ask: 'readAfter'; room: RoomName; seq: number }
  | { ask: 'rows'; event: EventId }
  | { ask: 'events' }
  | { ask: 'close' }
export type Answer = { id: number; value?: unknown; fault?: string }

const port = parentPort as NonNullable<typeof parentPort>
const { path } = workerData as { path: string }
const schema = `
  CREATE TABLE IF NOT EXISTS updates (room TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (room, seq)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS rows (event TEXT NOT NULL, tab TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (event, tab, id)) WITHOUT ROWID;
  PRAGMA user_version = 1;
`

/** One connection, held exclusively: a second server on the same file is refused instead of corrupting counts. */
const openDatabase = () => {
  // Codes and names stand in it: its owner's alone, also in a folder that others may read. SQLite's side files follow.
  closeSync(openSync(path, 'a', 0o600))
  const db = new DatabaseSync(path)
  db.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;',
  )
  db.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`)
  return {
    db,
    head: db.prepare('SELECT coalesce(max(seq), 0) AS head FROM updates WHERE room = ?'),
    append: db.prepare('INSERT INTO updates (room, seq, bytes) VALUES (?, ?, ?)'),
    put: db.prepare('INSERT OR REPLACE INTO rows (event, tab, id, value) VALUES (?, ?, ?, ?)'),
    remove: db.prepare('DELETE FROM rows WHERE event = ? AND tab = ? AND id = ?'),
    readAfter: db.prepare('SELECT seq, bytes FROM updates WHERE room = ? AND seq > ? ORDER BY seq'),
    rows: db.prepare('SELECT tab, id, value FROM rows WHERE event = ? ORDER BY tab, id'),
    events: db.prepare('SELECT DISTINCT event FROM rows ORDER BY event'),
  }
}
let open: ReturnType<typeof openDatabase> | null = null
const database = () => (open ??= openDatabase())

const write = ({ appends = [], changes = [] }: Commit): number[] => {
  const { head, append, put, remove } = database()
  for (const { table, event, id, value } of changes)
    if (value === null) remove.run(event, table, id)
    else put.run(event, table, id, JSON.stringify(value))
  return appends.map(({ room, bytes }) => {
    const seq = Number((head.get(room) as { head: number }).head) + 1
    append.run(room, seq, bytes)
    return seq
  })
}

/** Commits that arrived together share one transaction and one sync; if it fails, each is tried alone. */
const queue: { id: number; commit: Commit }[] = []
const flush = () => {
  const batch = queue.splice(0)
  try {
    for (const answer of inTransaction(batch)) port.postMessage(answer)
  } catch (fault) {
    if (batch.length === 1) return port.postMessage(failure((batch[0] as { id: number }).id, fault))
    for (const one of batch)
      try {
        for (const answer of inTransaction([one])) port.postMessage(answer)
      } catch (fault) {
        port.postMessage(failure(one.id, fault))
      }
  }
}
const inTransaction = (batch: typeof queue): Answer[] => {
  const { db } = database()
  db.exec('BEGIN IMMEDIATE')
  try {
    const answers = batch.map(({ id, commit }) => ({ id, value: write(commit) }))
    db.exec('COMMIT')
    return answers
  } catch (fault) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw fault
  }
}
const failure = (id: number, fault: unknown): Answer => ({
  id,
  fault: fault instanceof Error ? fault.message : String(fault),
})

const answerTo = (question: Exclude<Ask, { ask: 'commit' }>): unknown => {
  const { readAfter, rows, events, db } = database()
  switch (question.ask) {
    case 'open':
      return true
    case 'readAfter':
      return readAfter.all(question.room, question.seq) as unknown as LogRow[]
    case 'rows':
      return (rows.all(question.event) as { tab: string; id: string; value: string }[]).map(
        ({ tab, id, value }): Row => ({ table: tab, id, value: JSON.parse(value) as unknown }),
      )
    case 'events':
      return (events.all() as { event: string }[]).map(({ event }) => event)
    case 'close':
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      db.close()
      open = null
      return true
  }
}

port.on('message', ({ id, ...question }: Ask & { id: number }) => {
  if (question.ask === 'commit') {
    if (queue.push({ id, commit: question.commit }) === 1) setImmediate(flush)
    return
  }
  if (queue.length > 0) flush()
  try {
    port.postMessage({ id, value: answerTo(question) } satisfies Answer)
  } catch (fault) {
    port.postMessage(failure(id, fault))
  }
})
