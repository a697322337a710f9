import type { AudienceQuestion } from '#shared/day/audienceQuestion.ts'
import { questionOrigin } from '#shared/day/questionOrigin.ts'
import { addNote } from '#shared/board.ts'
import { noteRef, type GroupId, type NoteId, type NoteRef, type QuestionId } from '#shared/ids.ts'
import type { Block } from '#shared/note.ts'
import { Refusal } from '#shared/refusal.ts'
import { defaultKind, groupOf, type EventPlan, type NoteKind } from '#shared/template.ts'
import type { App } from '../app.ts'
import { claimNote } from '../rooms/noteClaims.ts'
import { questionOf } from './questions.ts'

/**
 * Makes a note of a question in a group's board; its author is where it came from. Note, number and the question's row
 * are one commit. Once a group: a second time answers the same note.
 */
export const passOnQuestion = (
  app: App,
  id: string,
  to: { readonly group: string; readonly question: string | null },
): Promise<AudienceQuestion> =>
  app.day.inOrder(async () => {
    const { plan, records, rooms, tickets, now } = app
    const group = groupOf(plan, to.group as GroupId)
    if (!group) throw new Refusal('groupUnknown')
    const { question } = to
    if (question !== null && !group.questions.some((one) => one.id === question))
      throw new Refusal('badRequest', { field: 'question' })
    const row = questionOf(app, id)
    // Nobody can guess it, so nobody's note is there before.
    const note = tickets.mark(`passOn/${group.id}/${id}`) as NoteId
    const ref = noteRef(group.id, note)
    if (row.passedOn.includes(ref)) return row
    const passed: AudienceQuestion = { ...row, passedOn: [...row.passedOn, ref] }
    const board = await rooms.place({ kind: 'group', group: group.id })
    await board.edit((doc) => {
      const made = addNote(doc, {
        id: note,
        question: question as QuestionId | null,
        kind: kindOfQuestions(plan).id,
        createdAt: now(),
        blocks: row.text.split(/\n\n+/).map((text): Block => ({ type: 'paragraph', spans: [{ text }] })),
      })
      claimNote(made, { person: null, author: questionOrigin(plan, row.item, row.number), rank: 0 })
      return [{ table: 'audienceQuestion', id, value: passed }]
    })
    return records.get('audienceQuestion', id) ?? passed
  })

/** "Offene Frage", where a template has it. */
const kindOfQuestions = (plan: EventPlan): NoteKind =>
  plan.noteKinds.find(({ id }) => id === 'open-question') ?? defaultKind(plan)

/** The group and the spoken number of a note that was made of a question. */
export const passedNotes = (
  { records }: App,
  refs: readonly NoteRef[],
): { group: GroupId; number: number }[] =>
  refs.flatMap((ref) => {
    const row = records.get('note', ref)
    return row ? [{ group: row.group, number: row.number }] : []
  })
