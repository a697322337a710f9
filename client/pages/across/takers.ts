import type { NoteRef } from '#shared/ids.ts'
import type { Result } from '#shared/result.ts'

/** In which standing result each card is a source: in one at most. */
export const takersOf = (results: readonly Result[]): ReadonlyMap<NoteRef, Result> =>
  new Map(
    results
      .filter(({ dissolvedAt }) => dissolvedAt === null)
      .flatMap((result) => result.sources.map((ref) => [ref, result] as const)),
  )
