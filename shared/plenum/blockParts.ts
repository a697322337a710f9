import type { ResultId } from '../ids.ts'
import type { Result } from '../result.ts'
import type { DiscussCounts } from './presenting.ts'
import type { Proposal } from './proposal.ts'
import { toDiscuss } from './toDiscuss.ts'

/** Why a result is decided singly. */
export type SinglyBecause = 'objection' | 'discuss' | 'proposal'

type BlockInput<Item> = {
  /** Everything of a Leitfrage that is not decided, in order. */
  readonly undecided: readonly Item[]
  readonly resultOf: (item: Item) => Pick<Result, 'id' | 'sources'>
  readonly discuss: DiscussCounts
  readonly proposals: readonly Pick<Proposal, 'result' | 'state'>[]
  /** Results with an objection that nobody has settled. */
  readonly objected: ReadonlySet<ResultId>
}

/**
 * What is decided at once, and what comes singly: whatever somebody wants to speak about, has proposed other words for, or
 * objected to.
 */
export const blockParts = <Item>({
  undecided,
  resultOf,
  discuss,
  proposals,
  objected,
}: BlockInput<Item>): {
  readonly block: readonly Item[]
  readonly singly: readonly { readonly item: Item; readonly because: SinglyBecause }[]
} => {
  const marked = toDiscuss(undecided.map(resultOf), discuss)
  const proposed = new Set(proposals.flatMap(({ result, state }) => (state === 'open' ? [result] : [])))
  const because = ({ id }: Pick<Result, 'id'>): SinglyBecause | null => {
    if (objected.has(id)) return 'objection'
    if (marked.has(id)) return 'discuss'
    return proposed.has(id) ? 'proposal' : null
  }
  return {
    block: undecided.filter((item) => because(resultOf(item)) === null),
    singly: undecided.flatMap((item) => {
      const why = because(resultOf(item))
      return why ? [{ item, because: why }] : []
    }),
  }
}
