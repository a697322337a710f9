import type { GatheredNote } from '#shared/gather.ts'
import { plainText, trimBlocks, type Block } from '#shared/note.ts'
import { readDecidedText } from '#shared/report/decidedText.ts'
import type { Result, Standing } from '#shared/result.ts'

/** The texts of a result beside that of now. */
export type ResultTexts = {
  /** Of its notes, as the groups handed them over. */
  readonly original: readonly Block[]
  /** Null: nothing was decided yet. */
  readonly decided: { readonly title: string; readonly wording: readonly Block[] } | null
  /** It was asked about and not adopted: an attempt is no decision. */
  readonly isAttempt: boolean
  /** What the text of now is compared with: what was decided, else where it began. */
  readonly before: { readonly title: string; readonly text: string }
}

export const resultTextsOf = (
  result: Result,
  { decision }: Standing,
  noteOf: (ref: Result['sources'][number]) => GatheredNote | undefined,
): ResultTexts => {
  const original = result.sources.flatMap((ref) => noteOf(ref)?.blocks ?? [])
  const json = decision?.results.find(({ id }) => id === result.id)?.text
  const decided = json === undefined ? null : readDecidedText(json)
  return {
    original,
    decided,
    isAttempt: decision?.outcome === 'open',
    before: decided
      ? { title: decided.title, text: plainText(decided.wording) }
      : { title: result.title, text: plainText(trimBlocks(original)) },
  }
}
