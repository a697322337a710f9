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

/**
 * What must not be lost: a log of updates per room, and rows.
 *
 * L1 `commit` answers only when everything in it is on disk, and then all of it or nothing.
 * L2 Log numbers count per room from 1 without holes, in the order of the answers.
 * L3 What is read is what was committed, byte for byte, also after the process was killed.
 * L4 A failed commit leaves nothing behind and harms no other.
 */
export interface Store {
  /** The log numbers of the appends, in their order. */
  commit(commit: Commit): Promise<number[]>
  readAfter(room: RoomName, seq: number): Promise<LogRow[]>
  rows(event: EventId): Promise<Row[]>
  events(): Promise<EventId[]>
  close(): Promise<void>
}
