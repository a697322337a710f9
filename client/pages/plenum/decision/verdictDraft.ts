import type { ResultState } from '#shared/result.ts'
import type { ConsentOption } from '#shared/template.ts'
import type { Verdict } from '../plenumCommands.ts'

/** A decision while it is typed in: counts as they stand in their fields. */
export type VerdictDraft = {
  readonly outcome: ResultState
  readonly counts: Readonly<Record<string, string>>
  readonly sentence: string
  /** Why open objections are not followed. */
  readonly overrule: string
}
export const newVerdict: VerdictDraft = { outcome: 'adopted', counts: {}, sentence: '', overrule: '' }

/** Empty: not counted. */
export const readCount = (text: string): number | null | 'wrong' => {
  if (text.trim() === '') return null
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : 'wrong'
}

/** What is sent, or null when a count is none. As soon as one option is counted, an empty one is zero. */
export const verdictOf = (draft: VerdictDraft, options: readonly ConsentOption[]): Verdict | null => {
  const read = options.map(({ id }) => [id, readCount(draft.counts[id] ?? '')] as const)
  if (read.some(([, count]) => count === 'wrong')) return null
  const isCounted = read.some(([, count]) => count !== null)
  return {
    outcome: draft.outcome,
    counts: isCounted ? Object.fromEntries(read.map(([id, count]) => [id, Number(count ?? 0)])) : {},
    sentence: draft.sentence.trim(),
    ...(draft.overrule.trim() ? { overrule: draft.overrule.trim() } : {}),
  }
}

/** Votes that stand in the way of adopting: the rule is that none of them stays open. */
export const blockingVotes = (draft: VerdictDraft, options: readonly ConsentOption[]): number =>
  options
    .filter(({ blocks }) => blocks)
    .reduce((sum, { id }) => sum + (Number(readCount(draft.counts[id] ?? '')) || 0), 0)

export const votesOf = (draft: VerdictDraft, options: readonly ConsentOption[]): number =>
  options.reduce((sum, { id }) => sum + (Number(readCount(draft.counts[id] ?? '')) || 0), 0)
