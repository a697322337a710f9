import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { QuestionState } from '#shared/day/audienceQuestion.ts'
import type { QuestionsAnswer, QuestionView } from '#shared/day/questionsAnswer.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'
import { forgetOwn, ownQuestions, randomId, rememberOwn } from './ownQuestions.ts'

/** All questions one may see; those of this device are marked as own. */
export const useQuestions = (): QuestionsAnswer | undefined => {
  const own = useSyncExternalStore(ownQuestions.subscribe, ownQuestions.get)
  return useQuery({
    queryKey: keys.questions,
    queryFn: ({ signal }) => {
      const mine = Object.keys(ownQuestions.get()).join(',')
      return call<QuestionsAnswer>('GET', `/api/questions?mine=${mine}`, undefined, signal)
    },
    select: (answer: QuestionsAnswer) => ({
      ...answer,
      questions: answer.questions.map((one) => (one.id in own ? { ...one, isMine: true } : one)),
    }),
  }).data
}

const refetch = () => queryClient.invalidateQueries({ queryKey: keys.questions })
const see = async (answer: Promise<QuestionView>): Promise<QuestionView> => {
  const view = await answer
  await refetch()
  return view
}
const pathOf = (id: string, what: string) => `/api/questions/${encodeURIComponent(id)}/${what}`

export type Draft = { readonly item: string; readonly text: string; readonly isAnonymous: boolean }

/** Tried again with the same id, it is still one question. */
export const askQuestion = async (draft: Draft, id: string): Promise<QuestionView> => {
  const key = draft.isAnonymous ? randomKeyOf(id) : undefined
  const view = await call<QuestionView>('POST', '/api/questions', { ...draft, id, ...(key ? { key } : {}) })
  if (key) rememberOwn(view.id, key)
  await refetch()
  return view
}
/** The same for every try of one question. */
const keysOfTries = new Map<string, string>()
const randomKeyOf = (id: string): string => {
  const key = keysOfTries.get(id) ?? `${randomId()}${randomId()}`
  keysOfTries.set(id, key)
  return key
}

export const takeBackQuestion = async (id: string): Promise<void> => {
  const key = ownQuestions.get()[id]
  await call('DELETE', `/api/questions/${encodeURIComponent(id)}`, key ? { key } : {})
  forgetOwn(id)
  await refetch()
}
export const eraseQuestion = async (id: string): Promise<void> => {
  await call('DELETE', `/api/questions/${encodeURIComponent(id)}`, { erase: true })
  await refetch()
}
export const supportQuestion = (id: string, on: boolean): Promise<QuestionView> =>
  see(call('PUT', pathOf(id, 'support'), { on }))

export type Move = {
  readonly state: Exclude<QuestionState, 'waiting'>
  readonly from: QuestionState
  /** The one of the talk that was seen to run. */
  readonly running?: string | null
  readonly hint?: string
}
export const moveQuestion = (id: string, move: Move): Promise<QuestionView> =>
  see(call('POST', pathOf(id, 'state'), move))
export const passQuestion = (id: string, group: string, question: string | null): Promise<QuestionView> =>
  see(call('POST', pathOf(id, 'pass'), { group, question }))
export const moderateQuestions = async (isModerated: boolean): Promise<void> => {
  await call('PUT', '/api/questions/queue', { isModerated })
  await refetch()
}
