/**
 * What one connection, one person and the process may use. None of them refuses a single frame out of a stream:
 * who is over a limit is read more slowly, or sent away and comes back. Sizes in bytes, durations in ms.
 */
export type Limits = {
  /** One frame; a larger one ends its connection. */
  readonly frameBytes: number
  /** Sustained reading from one connection; a minute of it may come at once. */
  readonly framesPerSecond: number
  readonly bytesPerSecond: number
  readonly connections: number
  readonly connectionsPerPerson: number
  /** New connections let in each second, a fifth of that at once; the others wait at the door. */
  readonly admissionsPerSecond: number
  /** Joins in a minute from one address: a venue has one for everybody. */
  readonly joinsPerMinute: number
  /** A document that has grown beyond takes nothing more. */
  readonly documentBytes: number
  /** Edits of a document that wait for others which have not arrived; Yjs looks through them with every edit. */
  readonly parkedBytes: number
  /** Unsent bytes from which a client is behind: it gets one difference later instead of a backlog. */
  readonly behindBytes: number
  /** A client that is behind and takes nothing for so long is sent away. */
  readonly behindMs: number
  /** Received and not yet on disk, over all rooms: beyond it the doors stop reading. */
  readonly heldBytes: number
  /** The doors stop reading as well when the store has finished nothing for so long. */
  readonly slowStoreMs: number
  /** Updates of a log after which it is compacted into a snapshot. */
  readonly tailRows: number
  /** Without an edit for so long a document goes back from memory to bytes. */
  readonly restMs: number
  /** Silence after which a connection is asked for a sign of life; after twice as much it is ended. */
  readonly pingMs: number
}

const kB = 1024
const MB = 1024 * kB

export const defaultLimits: Limits = {
  frameBytes: 8 * MB,
  framesPerSecond: 5_000,
  bytesPerSecond: 4 * MB,
  connections: 10_000,
  connectionsPerPerson: 2_500,
  admissionsPerSecond: 1_000,
  joinsPerMinute: 3_000,
  documentBytes: 20 * MB,
  parkedBytes: 64 * kB,
  behindBytes: 256 * kB,
  behindMs: 10_000,
  heldBytes: 8 * MB,
  slowStoreMs: 2_000,
  tailRows: 500,
  restMs: 10_000,
  pingMs: 25_000,
}
