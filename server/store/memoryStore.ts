import type { EventId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import type { Commit, LogRow, Row, Store } from './store.ts'

/** A store for tests: it keeps its promises except that of surviving the process. */
export const memoryStore = (): Store => {
  const logs = new Map<RoomName, Uint8Array[]>()
  const tables = new Map<EventId, Map<string, Row>>()
  const put = (event: EventId, key: string, row: Row | null) => {
    const rows = tables.get(event) ?? new Map<string, Row>()
    tables.set(event, rows)
    if (row) rows.set(key, row)
    else rows.delete(key)
  }
  return {
    async commit({ appends = [], changes = [] }: Commit) {
      // JSON first: what cannot be written must leave nothing behind.
      const written = changes.map(({ value, ...change }) => ({
        ...change,
        value: JSON.parse(JSON.stringify(value)) as unknown,
      }))
      for (const { table, event, id, value } of written)
        put(event, `${table}/${id}`, value === null ? null : { table, id, value })
      return appends.map(({ room, bytes }) => {
        const log = logs.get(room) ?? []
        logs.set(room, log)
        return log.push(bytes.slice())
      })
    },
    readAfter(room: RoomName, seq: number) {
      const rows: LogRow[] = (logs.get(room) ?? []).map((bytes, at) => ({
        seq: at + 1,
        bytes: bytes.slice(),
      }))
      return Promise.resolve(rows.slice(seq))
    },
    rows: (event: EventId) => Promise.resolve(structuredClone([...(tables.get(event)?.values() ?? [])])),
    events: () => Promise.resolve([...tables].filter(([, rows]) => rows.size > 0).map(([event]) => event)),
    close: () => Promise.resolve(),
  }
}
