import type { NoteRef, PersonId } from '../ids.ts'

export const questionStates = ['waiting', 'open', 'running', 'answered', 'dropped'] as const
/** waiting: not released yet; at most one of an item is running: the one on the screen. */
export type QuestionState = (typeof questionStates)[number]

/** Signs of one question. */
export const maxQuestionLength = 500

/** A question to a talk (Publikumsfrage), as a row. */
export type AudienceQuestion = {
  readonly id: string
  /** Agenda item. */
  readonly item: string
  /** 1, 2 … within its item; never given again. */
  readonly number: number
  readonly text: string
  /** Null for an anonymous one: then nobody knows, not even the file. */
  readonly person: PersonId | null
  readonly author: string | null
  /** SHA-256 of a word that only the asker's device knows: with it an anonymous question can be taken back. */
  readonly claim: string | null
  readonly at: number
  readonly state: QuestionState
  /** Why it was dropped, in the moderators' own words. */
  readonly hint: string
  /** The notes that were made of it: at most one a group. */
  readonly passedOn: readonly NoteRef[]
  /** By whoever asked it: its text is gone, its number stays given. */
  readonly isTakenBack: boolean
}

/** What may become of a question. Nothing is for ever: what was answered or dropped can be reopened. */
export const questionMoves: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
  waiting: ['open', 'running', 'dropped'],
  open: ['running', 'answered', 'dropped'],
  running: ['open', 'answered', 'dropped'],
  answered: ['open', 'running'],
  dropped: ['open'],
}

const rank: Readonly<Record<QuestionState, number>> = {
  running: 0,
  open: 1,
  waiting: 2,
  answered: 3,
  dropped: 4,
}
type Ordered = Pick<AudienceQuestion, 'state' | 'at' | 'number'> & { readonly support: number }

/** The running one, then the open ones by support, then by time; the same order everywhere. */
export const byUrgency = (a: Ordered, b: Ordered): number =>
  rank[a.state] - rank[b.state] ||
  (a.state === 'waiting' ? 0 : b.support - a.support) ||
  a.at - b.at ||
  a.number - b.number
