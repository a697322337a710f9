import type { GroupId, PersonId, QuestionId } from '../ids.ts'
import type { PhaseState } from './phaseState.ts'
import { minuteMs } from './phaseMoves.ts'

/** People of a group, as many as sit there; nobody is named who is not needed. */
export type Crowd = {
  /** Members who belong here. */
  readonly seated: number
  /** Of these, connected at this moment, on whatever page. */
  readonly present: number
}

/** One group at a glance. */
export type GroupControl = {
  readonly group: GroupId
  readonly phase: PhaseState | null
  readonly people: Crowd
  /** Whether anyone who moderates this group is connected. */
  readonly isLed: boolean
  /** Devices that say that they hold edits which are not on the server's disk. */
  readonly unsaved: number
  /** Cards with a number that stand on the board, by Teilfrage. */
  readonly notes: readonly { readonly question: QuestionId; readonly count: number }[]
  /** In the Themenspeicher, or without a Teilfrage. */
  readonly parked: number
  readonly marked: number
  readonly done: number
  readonly rapporteur: { readonly id: PersonId; readonly name: string } | null
  /** Members who may be named rapporteur. */
  readonly members: readonly { readonly id: PersonId; readonly name: string }[]
  /** While cards are hidden: how many people write and how many cards there are, nothing else. */
  readonly drafts: { readonly writers: number; readonly notes: number } | null
}

/** GET /api/control: all groups at a glance, for moderators and staff. */
export type ControlAnswer = {
  /** Server time in ms. */
  readonly now: number
  readonly groups: readonly GroupControl[]
  readonly plenum: { readonly phase: PhaseState | null; readonly done: number; readonly people: number }
  /** Members who belong to no group yet. */
  readonly nowhere: number
}

/** More than so many marked notes are hard to treat in the Plenum: a hint, never a block. */
export const manyMarked = 8
const patienceMs = 10 * minuteMs

/**
 * Teilfragen without a card, once there should be one: nothing is missed before a phase runs, while cards are hidden,
 * and in the first minutes of the first phase.
 */
export const missedQuestions = (
  { phase, notes }: Pick<GroupControl, 'phase' | 'notes'>,
  firstPhase: string | undefined,
  now: number,
): readonly QuestionId[] => {
  if (!phase || phase.isHidden) return []
  if (phase.phase === firstPhase && now - phase.startedAt < patienceMs) return []
  return notes.flatMap(({ question, count }) => (count === 0 ? [question] : []))
}
