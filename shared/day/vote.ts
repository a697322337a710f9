import type { LevelId, NoteId } from '../ids.ts'
import type { Holder } from '../roles.ts'
import type { Stage } from './phaseState.ts'

export const voteKinds = ['points', 'resistance'] as const
/** `points`: a budget over notes. `resistance`: 0 to 10 for each note, a second round if wanted. */
export type VoteKind = (typeof voteKinds)[number]
export const mostResistance = 10

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
  /** Points of people without a device, entered by a moderator and counted apart; empty until it is closed. */
  readonly byHand: Readonly<Record<string, number>>
  /** Null until it is closed. */
  readonly tally: Tally | null
}

/** What one person gave: item → points. Deleted when the vote is closed (W9). */
export type Ballot = Readonly<Record<string, number>>

/** Resistance against one item. `deviation` is the standard deviation: how far people are from each other. */
export type Spread = {
  readonly answers: number
  readonly mean: number
  readonly least: number
  readonly most: number
  readonly deviation: number
}
/** Among people of one level. Of resistance `totals` holds the means, and only of items that enough of them answered. */
export type LevelTally = {
  readonly level: LevelId
  readonly voters: number
  readonly totals: Readonly<Record<string, number>>
}

/** What is left of a closed vote: totals, and no way back to anybody. */
export type Tally = {
  readonly voters: number
  /** Items nobody gave anything to are in here, with 0. */
  readonly totals: Readonly<Record<NoteId | string, number>>
  /** Resistance only, of items that somebody answered. */
  readonly spread: Readonly<Record<string, Spread>>
  /** Levels of five people and more, where the rest is five and more, too, or nobody. */
  readonly byLevel: readonly LevelTally[]
}

/** A vote as one person may know it now. */
export type VoteView = Vote & {
  /** Whether whoever asks may give points. */
  readonly mayVote: boolean
  /** What whoever asks has given so far, while it is open. */
  readonly own: Ballot
  /** How many have given something; told to those who lead, while it is open. */
  readonly voted: number | null
}
/** GET /api/stages/:stage/votes: the oldest first. */
export type VotesAnswer = { readonly votes: readonly VoteView[] }

/** Whether this person gives points here: members of the group, in the Plenum all members. Who leads does not. */
export const votesIn = (who: Holder, stage: Stage): boolean =>
  who.role === 'member' && (stage === 'plenum' || (who.seat?.kind === 'group' && who.seat.group === stage))

/** People are far from each other: half of what is possible between 0 and 10. */
export const isDisputed = ({ deviation }: Spread): boolean => deviation >= 2.5
