import type { BeamerAnswer, PlenumAnswer } from '#shared/api.ts'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import type { GroupId, KindId, NoteRef, ResultId } from '#shared/ids.ts'
import type { Fate } from '#shared/plenum/fate.ts'
import type { Remark, Settling } from '#shared/plenum/remark.ts'
import type { Decision, PlenumState, Result, ResultState } from '#shared/result.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'

/** The commands of the Plenum. What the server answers is on the page at once; the event stream brings the rest. */
const see = (change: (known: PlenumAnswer) => PlenumAnswer) =>
  queryClient.setQueryData<PlenumAnswer>(keys.plenum, (known) => known && change(known))

const seeResult = (result: Result): Result => {
  see((known) => ({
    ...known,
    results: [...known.results.filter(({ id }) => id !== result.id), result],
  }))
  return result
}
const seeDecision = (decision: Decision): Decision => {
  see((known) => ({
    ...known,
    decisions: [...known.decisions.filter(({ id }) => id !== decision.id), decision],
  }))
  return decision
}
const seeAll = (answer: PlenumAnswer): PlenumAnswer => {
  see(() => answer)
  return answer
}

const pathOf = (id: string) => `/api/plenum/results/${encodeURIComponent(id)}`

export type ResultChange = Partial<
  Pick<Result, 'kind' | 'title' | 'sources' | 'links' | 'levels' | 'tags' | 'lead' | 'due' | 'openPoints'> & {
    group: GroupId
  }
>
export type Verdict = {
  readonly outcome: ResultState
  readonly counts: Readonly<Record<string, number>>
  readonly sentence: string
  /** Why open objections are not followed; empty where there is none. */
  readonly overrule?: string
}
export type Closing = Pick<PlenumState, 'openPoints' | 'parkingLot' | 'nextSteps'>

export const makeResult = async (sources: readonly NoteRef[], kind?: KindId): Promise<Result> =>
  seeResult(await call<Result>('POST', '/api/plenum/results', { sources, ...(kind ? { kind } : {}) }))
/** `was`: what stood there on this screen. Who comes second at the same moment is told, and overwrites nothing. */
export const changeResult = async (id: ResultId, change: ResultChange, was?: ResultChange): Promise<Result> =>
  seeResult(await call<Result>('PATCH', pathOf(id), { ...change, was }))
export const moveResult = async (id: ResultId, before: ResultId | null): Promise<void> => {
  await call<unknown>('POST', `${pathOf(id)}/move`, { before })
  await queryClient.invalidateQueries({ queryKey: keys.plenum })
}
export const dissolveResult = async (id: ResultId): Promise<Result> =>
  seeResult(await call<Result>('POST', `${pathOf(id)}/dissolve`, {}))
export const restoreResult = async (id: ResultId): Promise<Result> =>
  seeResult(await call<Result>('POST', `${pathOf(id)}/restore`, {}))

/** Bound to the texts given: the server refuses when one of them is no longer the one it holds. */
export const decide = async (
  results: readonly { readonly id: ResultId; readonly text: string }[],
  verdict: Verdict,
): Promise<Decision> =>
  seeDecision(await call<Decision>('POST', '/api/plenum/decisions', { results, ...verdict }))
export const withdrawDecision = async (id: string): Promise<Decision> =>
  seeDecision(await call<Decision>('POST', `/api/plenum/decisions/${encodeURIComponent(id)}/withdraw`, {}))

/** Adopting over an objection settles it, so everything is looked at again. */
export const sayOutcome = async (id: string, said: Omit<Verdict, 'counts'>): Promise<Decision> => {
  const path = `/api/plenum/decisions/${encodeURIComponent(id)}/outcome`
  const decision = seeDecision(await call<Decision>('PUT', path, said))
  await queryClient.invalidateQueries({ queryKey: keys.plenum })
  return decision
}

const seeRemark = (remark: Remark): Remark => {
  see((known) => ({ ...known, remarks: [...known.remarks.filter(({ id }) => id !== remark.id), remark] }))
  return remark
}
export const addRemark = async (
  id: ResultId,
  said: { readonly option: string; readonly text: string },
): Promise<Remark> => seeRemark(await call<Remark>('POST', `${pathOf(id)}/remarks`, said))
export const settleRemark = async (
  id: string,
  settled: { readonly how: Settling; readonly reason: string },
): Promise<Remark> =>
  seeRemark(await call<Remark>('POST', `/api/plenum/remarks/${encodeURIComponent(id)}/settle`, settled))
export const withdrawRemark = async (id: string): Promise<Remark> =>
  seeRemark(await call<Remark>('POST', `/api/plenum/remarks/${encodeURIComponent(id)}/withdraw`, {}))

export const changeClosing = async (change: Partial<Closing>, was: Partial<Closing>): Promise<PlenumAnswer> =>
  seeAll(await call<PlenumAnswer>('PUT', '/api/plenum/closing', { ...change, was }))
/** `key`: one for every time that it is meant. Sent again with it, nothing more happens. */
export const finalise = async (key: string): Promise<PlenumAnswer> =>
  seeAll(await call<PlenumAnswer>('POST', '/api/plenum/finalise', { key }))
/** Null: it is as if the fate had never been said. */
export const sayFate = async (ref: NoteRef, fate: SaidFate | null): Promise<void> => {
  const answer = await call<{ readonly fate: Fate | null }>(
    'PUT',
    `/api/plenum/fates/${ref}`,
    fate ?? { kind: null },
  )
  see((known) => ({
    ...known,
    fates: [...known.fates.filter(({ note }) => note !== ref), ...(answer.fate ? [answer.fate] : [])],
  }))
}
type SaidFate = {
  readonly kind: Fate['kind']
  readonly reason?: string
  readonly addressee?: Fate['addressee']
}
export const reopen = async (): Promise<PlenumAnswer> =>
  seeAll(await call<PlenumAnswer>('POST', '/api/plenum/reopen', {}))

export const showOnWall = async (show: BeamerShow): Promise<void> => {
  const answer = await call<BeamerAnswer>('PUT', '/api/beamer', { show })
  queryClient.setQueryData<BeamerAnswer>(keys.screen(1), answer)
}
