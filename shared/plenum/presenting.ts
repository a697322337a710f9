import type { GroupId, NoteRef, ResultId } from '../ids.ts'

/** What everyone in the Plenum is led to. `block`: the results of a Leitfrage that are decided at once. */
export type Presented =
  | { readonly kind: 'group'; readonly group: GroupId; readonly note: NoteRef | null }
  | { readonly kind: 'result'; readonly id: ResultId }
  | { readonly kind: 'block'; readonly group: GroupId }
  | { readonly kind: 'points' }
  | { readonly kind: 'closing' }

/** One row, `plenum`: where the moderators are, and who presents when. */
export type Presenting = {
  /** Null: nobody is led anywhere. */
  readonly now: Presented | null
  /** Groups in the order in which they present; those that are not named follow as in the plan. */
  readonly order: readonly GroupId[]
  /** The clock of the group that presents: server time in ms that it counts to. It informs and ends nothing. */
  readonly timer: { readonly group: GroupId; readonly endsAt: number } | null
  /** Counts up with every command. */
  readonly version: number
}
export const freshPresenting: Presenting = { now: null, order: [], timer: null, version: 0 }

/** Somebody asks to speak about this note or result before it is decided. Who it was cannot be read from the row. */
export type DiscussMark = { readonly target: NoteRef | ResultId }
/** By the reference of a note or the id of a result: how many people ask to speak about it. */
export type DiscussCounts = Readonly<Record<string, number>>
