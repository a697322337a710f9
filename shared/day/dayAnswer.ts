import type { Notice } from './notice.ts'
import type { PhaseState, Stage } from './phaseState.ts'

/** GET /api/day: what runs now, for everyone. */
export type DayAnswer = {
  /** Server time in ms. */
  readonly now: number
  /** By stage; what has not begun is not in it. */
  readonly phases: Readonly<Partial<Record<Stage, PhaseState>>>
  /** How many people are done with the phase, by stage. */
  readonly done: Readonly<Partial<Record<Stage, number>>>
  /** How many members belong there, of whom these are done. */
  readonly people: Readonly<Partial<Record<Stage, number>>>
  /** Names of those who present a group in the Plenum. */
  readonly rapporteurs: Readonly<Partial<Record<Stage, string>>>
  /** Where whoever asks is done. */
  readonly imDone: readonly Stage[]
  /** What concerns whoever asks, the newest first. */
  readonly notices: readonly Notice[]
}
