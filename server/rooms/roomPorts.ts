import type * as Y from 'yjs'
import type { PersonId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'
import type { RecordChange } from '../records.ts'
import type { Append, LogRow } from '../store/store.ts'
import type { Timers } from '../timers.ts'
import type { Line, Standing } from './session.ts'

export type RoomPorts = {
  readonly timers: Timers
  readonly readLog: (room: RoomName, after: number) => Promise<LogRow[]>
  readonly commit: (changes: readonly RecordChange[], appends: readonly Append[]) => Promise<number[]>
  readonly standingOf: (person: Line['person']) => Standing
  /** Rows that belong to what just changed in the document (numbers of new notes): same commit. */
  readonly rowsFor: (
    transaction: Y.Transaction,
    ownerOf: (client: number) => PersonId | null,
  ) => readonly RecordChange[]
  /** What somebody has already handed in too late to this place. */
  readonly lateEditsOf: (person: PersonId) => readonly Uint8Array[]
  readonly onCommitted: () => void
  readonly onDeath: (fault: unknown) => void
  readonly newId: () => string
}
