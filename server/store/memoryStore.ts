import type { EventId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import {
  keptSnapshots,
  type Change,
  type Commit,
  type LogRow,
  type Row,
  type Snapshot,
  type Store,
} from './store.ts'

/** A store for tests: it keeps its promises except that of surviving the process. */
export const memoryStore = (): Store => {
  const logs = new Map<RoomName, { head: number; tail: LogRow[]; snapshots: Snapshot[] }>()
  const tables = new Map<EventId, Map<string, Row>>()
  const logOf = (room: RoomName) => {
    const log = logs.get(room) ?? { head: 0, tail: [], snapshots: [] }
    logs.set(room, log)
    return log
  }
  const put = (event: EventId, key: string, row: Row | null) => {
    const rows = tables.get(event) ?? new Map<string, Row>()
    tables.set(event, rows)
    if (row) rows.set(key, row)
    else rows.delete(key)
  }
  const putAll = (changes: readonly Change[]) => {
    // JSON first: what cannot be written must leave nothing behind.
    const written = changes.map(({ value, ...change }) => ({
      ...change,
      value: JSON.parse(JSON.stringify(value)) as unknown,
    }))
    for (const { table, event, id, value } of written)
      put(event, `${table}/${id}`, value === null ? null : { table, id, value })
  }
  const after = (tail: readonly LogRow[], seq: number) => tail.filter((row) => row.seq > seq)
  return {
    async commit({ appends = [], changes = [] }: Commit) {
      putAll(changes)
      return appends.map(({ room, bytes }) => {
        const log = logOf(room)
        log.tail.push({ seq: ++log.head, bytes: bytes.slice() })
        return log.head
      })
    },
    load(room) {
      const { snapshots, tail } = logOf(room)
      const snapshot = snapshots.at(-1) ?? null
      return Promise.resolve(structuredClone({ snapshot, tail: after(tail, snapshot?.seq ?? 0) }))
    },
    async compact(room, snapshot) {
      const log = logOf(room)
      const older = log.snapshots.filter(({ seq }) => seq !== snapshot.seq)
      log.snapshots = [...older, structuredClone(snapshot)]
        .sort((a, b) => a.seq - b.seq)
        .slice(-keptSnapshots)
      log.tail = after(log.tail, snapshot.seq)
      log.head = Math.max(log.head, snapshot.seq)
    },
    snapshots: (room) => Promise.resolve(structuredClone(logOf(room).snapshots)),
    async rewrite(rewritings, changes) {
      putAll(changes)
      for (const { room, snapshots } of rewritings) {
        const log = logOf(room)
        log.snapshots = structuredClone([...snapshots])
        log.tail = []
        log.head = Math.max(log.head, snapshots.at(-1)?.seq ?? 0)
      }
    },
    wipe: () => Promise.resolve(),
    rows: (event: EventId) => Promise.resolve(structuredClone([...(tables.get(event)?.values() ?? [])])),
    events: () => Promise.resolve([...tables].filter(([, rows]) => rows.size > 0).map(([event]) => event)),
    close: () => Promise.resolve(),
  }
}
