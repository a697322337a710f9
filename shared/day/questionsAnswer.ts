import type { GroupId } from '../ids.ts'
import type { AudienceQuestion } from './audienceQuestion.ts'

/** A question as whoever asks may see it. Who supports it is never in here. */
export type QuestionView = Pick<
  AudienceQuestion,
  'id' | 'item' | 'number' | 'text' | 'author' | 'at' | 'state' | 'hint'
> & {
  readonly support: number
  readonly iSupport: boolean
  /** Of an anonymous one only the asker's device knows. */
  readonly isMine: boolean
  /** `note`: A-07. */
  readonly passedOn: readonly { readonly group: GroupId; readonly note: string }[]
}

/** GET /api/questions: in order, the most urgent first. */
export type QuestionsAnswer = {
  /** New questions wait until they are released. */
  readonly isModerated: boolean
  readonly questions: readonly QuestionView[]
}
