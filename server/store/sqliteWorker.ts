import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { EventId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import {
  keptSnapshots,
  type Change,
  type Commit,
  type Logged,
  type LogRow,
  type Rewriting,
  type Row,
  type Snapshot,
} from './store.ts'

export type Ask =
  | { ask: 'open' }
  | { ask: 'commit'; commit: Commit }
  | { ask: 'load'; room: RoomName }
  | { ask: 'compact'; room: RoomName; snapshot: Snapshot }
  | { ask: 'snapshots'; room: RoomName }
  | { ask: 'rewrite'; rewritings: readonly Rewriting[]; changes: readonly Change[] }
  | { ask: 'wipe' }
  | { ask: 'rows'; event: EventId }
  | { ask: 'events' }
  | { ask: 'close' }
/** Questions travel in bundles, and so do answers: a message between threads costs more than a commit. */
export type Question = Ask & { readonly id: number }
export type Answer = { id: number; value?: unknown; fault?: string }

const port = parentPort as NonNullable<typeof parentPort>
const { path } = workerData as { path: string }
const tables = {
  updates:
    '(room TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (room, seq)) WITHOUT ROWID',
  snapshots:
    '(room TEXT NOT NULL, seq INTEGER NOT NULL, vector BLOB NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (room, seq))',
  rows: '(event TEXT NOT NULL, tab TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (event, tab, id)) WITHOUT ROWID',
} as const
const schema = `
  ${Object.entries(tables)
    .map(([name, columns]) => `CREATE TABLE IF NOT EXISTS ${name} ${columns};`)
    .join('\n  ')}
  PRAGMA user_version = 2;
`

/** One connection, held exclusively: a second server on the same file is refused instead of corrupting counts. */
const openDatabase = () => {
  // Codes and names stand in it: its owner's alone, also in a folder that others may read. SQLite's side files follow.
  closeSync(openSync(path, 'a', 0o600))
  const db = new DatabaseSync(path)
  db.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON;',
  )
  db.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`)
  return {
    db,
    head: db.prepare(
      'SELECT max(coalesce((SELECT max(seq) FROM updates WHERE room = ?1), 0), coalesce((SELECT max(seq) FROM snapshots WHERE room = ?1), 0)) AS head',
    ),
    append: db.prepare('INSERT INTO updates (room, seq, bytes) VALUES (?, ?, ?)'),
    put: db.prepare('INSERT OR REPLACE INTO rows (event, tab, id, value) VALUES (?, ?, ?, ?)'),
    remove: db.prepare('DELETE FROM rows WHERE event = ? AND tab = ? AND id = ?'),
    tail: db.prepare('SELECT seq, bytes FROM updates WHERE room = ? AND seq > ? ORDER BY seq'),
    cutTail: db.prepare('DELETE FROM updates WHERE room = ? AND seq <= ?'),
    snapshots: db.prepare('SELECT seq, vector, bytes FROM snapshots WHERE room = ? ORDER BY seq'),
    newest: db.prepare('SELECT seq, vector, bytes FROM snapshots WHERE room = ? ORDER BY seq DESC LIMIT 1'),
    keep: db.prepare('INSERT OR REPLACE INTO snapshots (room, seq, vector, bytes) VALUES (?, ?, ?, ?)'),
    cutSnapshots: db.prepare(
      `DELETE FROM snapshots WHERE room = ?1 AND seq NOT IN (SELECT seq FROM snapshots WHERE room = ?1 ORDER BY seq DESC LIMIT ${keptSnapshots})`,
    ),
    cutAllSnapshots: db.prepare('DELETE FROM snapshots WHERE room = ?'),
    rows: db.prepare('SELECT tab, id, value FROM rows WHERE event = ? ORDER BY tab, id'),
    events: db.prepare('SELECT DISTINCT event FROM rows ORDER BY event'),
  }
}
let open: ReturnType<typeof openDatabase> | null = null
const database = () => (open ??= openDatabase())

/** Committed log numbers of rooms; forgotten when a transaction fails. */
const heads = new Map<RoomName, number>()
const headOf = (room: RoomName): number =>
  heads.get(room) ?? Number((database().head.get(room) as { head: number }).head)

const put = (changes: readonly Change[]): void => {
  const { put, remove } = database()
  for (const { table, event, id, value } of changes)
    if (value === null) remove.run(event, table, id)
    else put.run(event, table, id, JSON.stringify(value))
}

const write = ({ appends = [], changes = [] }: Commit): number[] => {
  put(changes)
  return appends.map(({ room, bytes }) => {
    const seq = headOf(room) + 1
    database().append.run(room, seq, bytes)
    heads.set(room, seq)
    return seq
  })
}

const inTransaction = <T>(work: () => T): T => {
  const { db } = database()
  db.exec('BEGIN IMMEDIATE')
  try {
    const answer = work()
    db.exec('COMMIT')
    return answer
  } catch (fault) {
    heads.clear()
    if (db.isTransaction) db.exec('ROLLBACK')
    throw fault
  }
}

type CommitQuestion = Extract<Question, { ask: 'commit' }>
/** Commits that arrived together share one transaction and one sync; if it fails, each is tried alone. */
const commitAll = (batch: readonly CommitQuestion[]): Answer[] => {
  try {
    return inTransaction(() => batch.map(({ id, commit }) => ({ id, value: write(commit) })))
  } catch (fault) {
    const [only] = batch
    if (batch.length === 1 && only) return [failure(only.id, fault)]
    return batch.flatMap((one) => commitAll([one]))
  }
}
const failure = (id: number, fault: unknown): Answer => ({
  id,
  fault: fault instanceof Error ? fault.message : String(fault),
})

const load = (room: RoomName): Logged => {
  const { newest, tail } = database()
  const snapshot = (newest.get(room) ?? null) as Snapshot | null
  return { snapshot, tail: tail.all(room, snapshot?.seq ?? 0) as unknown as LogRow[] }
}

const keep = (room: RoomName, snapshots: readonly Snapshot[]): void => {
  for (const { seq, vector, bytes } of snapshots) database().keep.run(room, seq, vector, bytes)
}

const compact = (room: RoomName, snapshot: Snapshot): void =>
  inTransaction(() => {
    keep(room, [snapshot])
    database().cutTail.run(room, snapshot.seq)
    database().cutSnapshots.run(room)
  })

const rewrite = (rewritings: readonly Rewriting[], changes: readonly Change[]): void => {
  inTransaction(() => {
    put(changes)
    for (const { room, snapshots } of rewritings) {
      database().cutTail.run(room, Number.MAX_SAFE_INTEGER)
      database().cutAllSnapshots.run(room)
      keep(room, snapshots)
    }
  })
}

/**
 * Deleted rows are overwritten, but their pages may hold older copies of them: when pages grow full SQLite moves rows to
 * others and leaves what was there (tried: rows in one of twelve files, documents in one of five). So all that is left moves to fresh pages, and the old ones
 * are overwritten. Then the write-ahead log goes back into the file and is cut to nothing.
 */
const wipe = (): void => {
  inTransaction(() => {
    for (const [name, columns] of Object.entries(tables))
      database().db.exec(`
        CREATE TABLE fresh ${columns};
        INSERT INTO fresh SELECT * FROM ${name};
        DROP TABLE ${name};
        ALTER TABLE fresh RENAME TO ${name};
      `)
  })
  const { busy } = database().db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
  if (busy !== 0) throw new Error('the write-ahead log could not be emptied')
}

const answerTo = (question: Exclude<Question, CommitQuestion>): unknown => {
  const { rows, events, snapshots, db } = database()
  switch (question.ask) {
    case 'open':
      return true
    case 'load':
      return load(question.room)
    case 'compact':
      return compact(question.room, question.snapshot)
    case 'snapshots':
      return snapshots.all(question.room)
    case 'rewrite':
      return rewrite(question.rewritings, question.changes)
    case 'wipe':
      return wipe()
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

const answerOne = (question: Exclude<Question, CommitQuestion>): Answer => {
  try {
    return { id: question.id, value: answerTo(question) }
  } catch (fault) {
    return failure(question.id, fault)
  }
}

const isCommit = (question: Question): question is CommitQuestion => question.ask === 'commit'
/** In order, commits that stand beside each other together. */
const answersTo = (questions: readonly Question[]): Answer[] => {
  const answers: Answer[] = []
  for (let at = 0; at < questions.length;) {
    const question = questions[at] as Question
    if (isCommit(question)) {
      const rest = questions.slice(at)
      const end = rest.findIndex((other) => !isCommit(other))
      const batch = rest.slice(0, end < 0 ? rest.length : end).filter(isCommit)
      answers.push(...commitAll(batch))
      at += batch.length
    } else {
      answers.push(answerOne(question))
      at++
    }
  }
  return answers
}

/** Everything that has arrived by now shares a transaction. */
port.on('message', (first: Question[]) => {
  const questions = [...first]
  for (let more; (more = receiveMessageOnPort(port));) questions.push(...(more.message as Question[]))
  port.postMessage(answersTo(questions))
})
