import { readDecidedText } from './decidedText.ts'
import type { GroupId, ResultId } from '../ids.ts'
import type { Decision, Result, ResultState } from '../result.ts'

/** A block decided at once, or one result with all attempts at it. */
export type ReportDecision = {
  readonly isBlock: boolean
  readonly results: readonly ReportDecided[]
  readonly attempts: readonly ReportAttempt[]
}
export type ReportDecided = {
  readonly id: ResultId
  readonly name: string | null
  readonly title: string
  /** Un-merged since: it stands nowhere else in the document. */
  readonly dissolved: boolean
}
export type ReportAttempt = {
  /** How the text relates to the attempt before. */
  readonly text: 'first' | 'changed' | 'same'
  readonly outcome: ResultState
  /** null: decided without counting. */
  readonly counts: Readonly<Record<string, number>> | null
  readonly sentence: string
  readonly at: number
}

/** The decisions of a group that hold: blocks in time, then single results in the order of their first decision. */
export const reportDecisions = (
  group: GroupId,
  decisions: readonly Decision[],
  standing: readonly Result[],
  names: ReadonlyMap<ResultId, string>,
): ReportDecision[] => {
  const place = new Map(standing.map((result, at) => [result.id, at]))
  const decided = (decision: Decision): ReportDecided[] =>
    decision.results
      .map(({ id, text }) => ({
        id,
        name: names.get(id) ?? null,
        title: readDecidedText(text)?.title ?? standing.find((result) => result.id === id)?.title ?? '',
        dissolved: !place.has(id),
      }))
      .sort((a, b) => (place.get(a.id) ?? standing.length) - (place.get(b.id) ?? standing.length))
  const valid = decisions
    .filter(
      (decision) => decision.group === group && decision.withdrawnAt === null && decision.results.length > 0,
    )
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const single = valid.filter((decision) => decision.results.length === 1)
  const ids = [...new Set(single.map((decision) => decision.results[0]?.id))]
  return [
    ...valid
      .filter((decision) => decision.results.length > 1)
      .map((decision) => ({
        isBlock: true,
        results: decided(decision),
        attempts: [attempt(decision, undefined)],
      })),
    ...ids.map((id) => {
      const own = single.filter((decision) => decision.results[0]?.id === id)
      return {
        isBlock: false,
        results: decided(own.at(-1) as Decision),
        attempts: own.map((decision, at) => attempt(decision, own[at - 1])),
      }
    }),
  ]
}

const attempt = (decision: Decision, before: Decision | undefined): ReportAttempt => ({
  text: !before ? 'first' : before.results[0]?.text === decision.results[0]?.text ? 'same' : 'changed',
  outcome: decision.outcome,
  counts: Object.keys(decision.counts).length > 0 ? decision.counts : null,
  sentence: decision.sentence,
  at: decision.at,
})
