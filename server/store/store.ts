import type { EventId } from '#shared/ids.ts'
import type { RoomName } from '#shared/place.ts'

export type Append = { readonly room: RoomName; readonly bytes: Uint8Array }
/** A row to put, or (value null) to remove. Values are JSON. */
export type Change = {
  readonly table: string
  readonly event: EventId
  readonly id: string
  readonly value: unknown
}
export type Commit = { readonly appends?: readonly Append[]; readonly changes?: readonly Change[] }
export type LogRow = { readonly seq: number; readonly bytes: Uint8Array }
export type Row = { readonly table: string; readonly id: string; readonly value: unknown }

/** The whole document up to a log number, and its state vector. */
export type Snapshot = { readonly seq: number; readonly bytes: Uint8Array; readonly vector: Uint8Array }
/** What is kept of a room: the newest snapshot, and every update after it. */
export type Logged = { readonly snapshot: Snapshot | null; readonly tail: readonly LogRow[] }
/** All that is to be kept of a room in place of what was: snapshots, oldest first. */
export type Rewriting = { readonly room: RoomName; readonly snapshots: readonly Snapshot[] }

export const keptSnapshots = 3

/**
 * What must not be lost: a log of updates per room, and rows.
 *
 * L1 `commit` answers only when everything in it is on disk, and then all of it or nothing.
 * L2 Log numbers count per room from 1 without holes, in the order of the answers, also across snapshots.
 * L3 What is read is what was committed, byte for byte, also after the process was killed.
 * L4 A failed commit leaves nothing behind and harms no other.
 * L10 A snapshot replaces the log up to its number in one step; the last three are kept.
 * L11 After a rewriting and a wipe nothing of what was replaced is left in any file of the store.
 */
export interface Store {
  /** The log numbers of the appends, in their order. */
  commit(commit: Commit): Promise<number[]>
  load(room: RoomName): Promise<Logged>
  compact(room: RoomName, snapshot: Snapshot): Promise<void>
  /** The kept snapshots of a room, oldest first. */
  snapshots(room: RoomName): Promise<Snapshot[]>
  rewrite(rewritings: readonly Rewriting[], changes: readonly Change[]): Promise<void>
  /** What was replaced or deleted so far is overwritten on disk. */
  wipe(): Promise<void>
  rows(event: EventId): Promise<Row[]>
  events(): Promise<EventId[]>
  close(): Promise<void>
}
