import type { LevelId, NoteId } from '../ids.ts'
import type { Stage } from './phaseState.ts'

export const voteKinds = ['points', 'resistance'] as const
/** `points`: a budget over notes. `resistance`: 0 to 10 for each note, a second round if wanted. */
export type VoteKind = (typeof voteKinds)[number]

/** A vote of a group, or of the Plenum over results. Who gave what is never in here. */
export type Vote = {
  readonly id: string
  readonly stage: Stage
  readonly kind: VoteKind
  /** What may be voted on, in the order of the list; ids of notes, in the Plenum of results. */
  readonly items: readonly string[]
  /** Points a person has, and may give to one item. */
  readonly budget: number
  readonly most: number
  readonly openedAt: number
  readonly closedAt: number | null
  /** Points of people without a device, entered by a moderator and counted apart. */
  readonly byHand: Readonly<Record<string, number>>
  /** Null until it is closed. */
  readonly tally: Tally | null
}

/** What one person gave: item → points. Deleted when the vote is closed (W9). */
export type Ballot = Readonly<Record<string, number>>

/** What is left of a closed vote: totals, and no way back to anybody. */
export type Tally = {
  readonly voters: number
  /** Items nobody gave anything to are in here, with 0. */
  readonly totals: Readonly<Record<NoteId | string, number>>
  /** Resistance only: the mean and the spread between the highest and the lowest, per item. */
  readonly spread: Readonly<
    Record<string, { readonly mean: number; readonly least: number; readonly most: number }>
  >
  /** Totals of levels with five voters and more, where the rest is five and more, too, or nobody. */
  readonly byLevel: readonly {
    readonly level: LevelId
    readonly voters: number
    readonly totals: Readonly<Record<string, number>>
  }[]
}
