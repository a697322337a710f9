import type { NoteRef, PersonId } from '../ids.ts'

export const questionStates = ['waiting', 'open', 'running', 'answered', 'dropped'] as const
/** waiting: not released yet; at most one of an item is running: the one on the screen. */
export type QuestionState = (typeof questionStates)[number]

/** A question to a talk (Publikumsfrage), as a row. */
export type AudienceQuestion = {
  readonly id: string
  /** Agenda item. */
  readonly item: string
  /** 1, 2 … within its item. */
  readonly number: number
  readonly text: string
  /** Null for an anonymous one: then nobody knows, not even the file. */
  readonly person: PersonId | null
  readonly author: string | null
  readonly at: number
  readonly state: QuestionState
  /** The note that was made of it in a group. */
  readonly passedOn: NoteRef | null
}
