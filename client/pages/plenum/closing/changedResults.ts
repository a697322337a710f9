import type { Block } from '#shared/note.ts'
import { standingOf, type Decision, type Result } from '#shared/result.ts'

/** Results whose text is no longer the one that was decided, in the order given. */
export const changedResults = (
  results: readonly Result[],
  decisions: readonly Decision[],
  wordings: ReadonlyMap<string, readonly Block[]>,
): string[] =>
  results
    .filter((result) => standingOf(result, wordings.get(result.id) ?? [], decisions).changed)
    .map(({ id }) => id)
