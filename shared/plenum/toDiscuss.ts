import type { NoteRef, ResultId } from '../ids.ts'
import type { Result } from '../result.ts'
import type { DiscussCounts } from './presenting.ts'

type Marked = Pick<Result, 'id' | 'sources'>

/** How often "bitte besprechen" was said about a result: about itself, and about each note that it was made of. */
export const discussCount = ({ id, sources }: Marked, counts: DiscussCounts): number =>
  [id, ...new Set(sources)].reduce((sum, target) => sum + countOf(target, counts), 0)

/** Results that shall be discussed: they are left out of what is decided at once. */
export const toDiscuss = (results: readonly Marked[], counts: DiscussCounts): ReadonlySet<ResultId> =>
  new Set(results.filter((result) => discussCount(result, counts) > 0).map(({ id }) => id))

/** Own keys only: an id may be any word. */
export const countOf = (target: NoteRef | ResultId, counts: DiscussCounts): number =>
  Object.hasOwn(counts, target) ? (counts[target] ?? 0) : 0
