import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { Person } from '#shared/api.ts'
import type { NoteRef } from '#shared/ids.ts'
import { maxQuestionLength, questionMoves, type AudienceQuestion } from '#shared/day/audienceQuestion.ts'
import { questionText, type askCommand, type questionStateCommand } from '#shared/day/questionCommands.ts'
import { hasVisibleText } from '#shared/note.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import type { RecordChange } from '../records.ts'

type Ask = z.output<typeof askCommand>
type StateCommand = z.output<typeof questionStateCommand>

/** Of one person in a minute: nobody asks faster, a program may. */
const mostAsked = { questions: 10, ms: 60_000 }
const asked = new WeakMap<App, Map<string, readonly number[]>>()

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const rowsOf = ({ records }: App) => records.all('audienceQuestion').map(([, row]) => row)
const put = (row: AudienceQuestion): RecordChange => ({ table: 'audienceQuestion', id: row.id, value: row })

/** A question that is there. */
export const questionOf = ({ records }: App, id: string): AudienceQuestion => {
  const row = records.get('audienceQuestion', id)
  if (!row || row.isTakenBack) throw new Refusal('notFound')
  return row
}

export const isModerated = ({ records }: App): boolean =>
  records.get('questionQueue', 'questions')?.isModerated ?? false

/** Asks; what arrives twice under one id is one question. Of an anonymous one no person and no name is kept. */
export const askQuestion = (app: App, person: Person, command: Ask): Promise<AudienceQuestion> =>
  app.day.inOrder(async () => {
    const { records, plan, now, newId } = app
    const { item, isAnonymous, key } = command
    if (!plan.agenda.some(({ id, hasQuestions }) => id === item && hasQuestions))
      throw new Refusal('badRequest', { field: 'item' })
    const text = questionText(command.text)
    if (!hasVisibleText(text)) throw new Refusal('questionEmpty')
    if ([...text].length > maxQuestionLength)
      throw new Refusal('questionTooLong', { most: String(maxQuestionLength) })
    const claim = isAnonymous && key ? sha256(key) : null
    const known = command.id && records.get('audienceQuestion', command.id)
    if (known) {
      const isSame = known.person === (isAnonymous ? null : person.id) && known.claim === claim
      if (!isSame || known.isTakenBack) throw new Refusal('outdated')
      return known
    }
    demandPatience(app, person)
    const numbers = rowsOf(app).flatMap((row) => (row.item === item ? [row.number] : []))
    const row: AudienceQuestion = {
      id: command.id ?? newId(),
      item,
      number: Math.max(0, ...numbers) + 1,
      text,
      person: isAnonymous ? null : person.id,
      author: isAnonymous ? null : person.name,
      claim,
      at: now(),
      state: isModerated(app) ? 'waiting' : 'open',
      hint: '',
      passedOn: [],
      isTakenBack: false,
    }
    await records.commit([put(row)])
    return row
  })

/** Held in memory only: nothing about who asks is kept. */
const demandPatience = (app: App, { id }: Person): void => {
  const byPerson = asked.get(app) ?? new Map<string, readonly number[]>()
  asked.set(app, byPerson)
  const recent = (byPerson.get(id) ?? []).filter((at) => at > app.now() - mostAsked.ms)
  if (recent.length >= mostAsked.questions) throw new Refusal('tooManyTries')
  byPerson.set(id, [...recent, app.now()])
}

/** By its asker only, before it runs. Its text goes, its number stays given. */
export const takeBackQuestion = (app: App, person: Person, id: string, key?: string): Promise<void> =>
  app.day.inOrder(async () => {
    const row = app.records.get('audienceQuestion', id)
    if (!row) throw new Refusal('notFound')
    const isMine = row.isTakenBack
      ? true
      : row.person === person.id || (row.claim !== null && key !== undefined && sha256(key) === row.claim)
    if (!isMine) throw new Refusal('forbidden')
    if (row.isTakenBack) return
    if (row.state !== 'waiting' && row.state !== 'open') throw new Refusal('questionRuns')
    await removeQuestion(app, row)
  })

/**
 * The question that a note was made of, when the note is erased for good: what the two say is the same. Answers the
 * other notes that were made of it, which still say it. The files are wiped by whoever erases the note.
 */
export const eraseQuestionOf = (app: App, ref: NoteRef): Promise<readonly NoteRef[]> =>
  app.day.inOrder(async () => {
    const row = rowsOf(app).find(({ passedOn }) => passedOn.includes(ref))
    if (!row) return []
    if (!row.isTakenBack) await removeQuestion(app, row)
    return row.passedOn.filter(
      (other) => other !== ref && app.records.get('note', other)?.erasedAt === undefined,
    )
  })

/** Whatever it says about somebody is gone from the store's files as well. A note that was made of it is another thing. */
export const eraseQuestion = (app: App, id: string): Promise<void> =>
  app.day.inOrder(async () => {
    const row = app.records.get('audienceQuestion', id)
    if (!row) throw new Refusal('notFound')
    if (!row.isTakenBack) await removeQuestion(app, row)
    // If this fails, whoever erases is told and can do it again.
    await app.records.wipe()
  })

/** Its text and its asker go, its number stays given. */
const removeQuestion = async (app: App, row: AudienceQuestion): Promise<void> => {
  const gone: AudienceQuestion = {
    ...row,
    text: '',
    hint: '',
    person: null,
    author: null,
    claim: null,
    state: 'dropped',
    isTakenBack: true,
  }
  const supporters = app.records.all('support').filter(([, { question }]) => question === row.id)
  await app.records.commit([
    put(gone),
    ...supporters.map(([mark]): RecordChange => ({ table: 'support', id: mark, value: null })),
  ])
}

/** The row that says that somebody supports a question; without the server's secret it leads to nobody. */
export const supportId = ({ tickets }: App, question: string, { id }: Pick<Person, 'id'>): string =>
  `${question}/${tickets.mark(`support/${question}/${id}`)}`

/** Once a person, and it can be taken back. */
export const supportQuestion = (app: App, person: Person, id: string, on: boolean): Promise<void> =>
  app.day.inOrder(async () => {
    const row = questionOf(app, id)
    if (row.person === person.id) throw new Refusal('ownQuestion')
    if (row.state === 'waiting') throw new Refusal('notFound')
    if (row.state !== 'open' && row.state !== 'running') throw new Refusal('outdated')
    const mark = supportId(app, id, person)
    if (Boolean(app.records.get('support', mark)) === on) return
    await app.records.commit([{ table: 'support', id: mark, value: on ? { question: id } : null }])
  })

/** Releases, runs, answers, drops, reopens. Of an item one runs: it ends the one before, which counts as answered. */
export const moveQuestion = (app: App, id: string, command: StateCommand): Promise<AudienceQuestion> =>
  app.day.inOrder(async () => {
    const row = questionOf(app, id)
    const { state, from, running, hint } = command
    if (row.state === state) return row
    if (from !== undefined && from !== row.state) throw new Refusal('outdated')
    if (!questionMoves[row.state].includes(state)) throw new Refusal('outdated')
    const others = rowsOf(app).filter((other) => other.item === row.item && other.state === 'running')
    const before = state === 'running' ? others : []
    if (state === 'running' && running !== undefined && (others[0]?.id ?? null) !== running)
      throw new Refusal('outdated')
    const moved: AudienceQuestion = { ...row, state, hint: state === 'dropped' ? hint : '' }
    await app.records.commit([
      put(moved),
      ...before.map((other) => put({ ...other, state: 'answered' as const })),
    ])
    return moved
  })

export const moderateQuestions = (app: App, isModerated: boolean): Promise<void> =>
  app.day.inOrder(async () => {
    await app.records.commit([{ table: 'questionQueue', id: 'questions', value: { isModerated } }])
  })
