import type * as Y from 'yjs'
import type { PersonId } from '#shared/ids.ts'
import type { Limits } from '../limits.ts'
import type { RecordChange } from '../records.ts'
import type { Append } from '../store/store.ts'
import type { Beat } from './beat.ts'
import type { Intake } from './intake.ts'
import type { DocumentPorts } from './roomDocument.ts'
import type { Line, Standing } from './session.ts'

/** Rows that belong to what has just changed in the document (numbers of new notes): same commit. */
export type RowsFor = (
  transaction: Y.Transaction,
  ownerOf: (client: number) => PersonId | null,
) => readonly RecordChange[]

export type RoomPorts = DocumentPorts & {
  readonly limits: Limits
  readonly intake: Intake
  readonly beat: Beat
  readonly commit: (changes: readonly RecordChange[], appends: readonly Append[]) => Promise<number[]>
  readonly standingOf: (person: Line['person']) => Standing
  /** Called whenever the document has come back to life. */
  readonly rowsOf: (doc: Y.Doc) => RowsFor
  /** What somebody has already handed in too late to this place. */
  readonly lateEditsOf: (person: PersonId) => readonly Uint8Array[]
  readonly isLateSettled: (row: string) => boolean
  readonly onCommitted: () => void
  readonly onDeath: (fault: unknown) => void
  readonly newId: () => string
}
