import type { Person } from '#shared/api.ts'
import { byUrgency, type AudienceQuestion } from '#shared/day/audienceQuestion.ts'
import type { QuestionsAnswer, QuestionView } from '#shared/day/questionsAnswer.ts'
import { noteNumber } from '#shared/ids.ts'
import { may } from '#shared/roles.ts'
import type { App } from '../app.ts'
import { passedNotes } from './passOn.ts'
import { isModerated, supportId } from './questions.ts'

/** What was not released, or was dropped, is seen by those who order questions, and by whoever asked it. */
const isPublic = ({ state }: AudienceQuestion) => state !== 'waiting' && state !== 'dropped'

/**
 * All questions as this person may know them. `kept`: ids of anonymous ones that this person's device remembers as its
 * own; nobody else knows the ids of those that are not public.
 */
export const questionsAnswer = (app: App, person: Person, kept: ReadonlySet<string>): QuestionsAnswer => {
  const seesAll = may(person, 'orderQuestions')
  const supporters = new Map<string, number>()
  for (const [, { question }] of app.records.all('support'))
    supporters.set(question, (supporters.get(question) ?? 0) + 1)
  const rows = app.records
    .all('audienceQuestion')
    .map(([, row]) => row)
    .filter((row) => !row.isTakenBack)
    .filter((row) => seesAll || isPublic(row) || row.person === person.id || kept.has(row.id))
  return {
    isModerated: isModerated(app),
    questions: rows.map((row) => questionView(app, person, row, supporters.get(row.id) ?? 0)).sort(byUrgency),
  }
}

export const questionView = (
  app: App,
  person: Person,
  row: AudienceQuestion,
  support: number,
): QuestionView => {
  const { id, item, number, text, author, at, state, hint } = row
  return {
    id,
    item,
    number,
    text,
    author,
    at,
    state,
    hint,
    support,
    iSupport: app.records.get('support', supportId(app, id, person)) !== undefined,
    isMine: row.person === person.id,
    passedOn: passedNotes(app, row.passedOn).map(({ group, number }) => ({
      group,
      note: noteNumber(group, number),
    })),
  }
}
