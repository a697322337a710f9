import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { similarIndex } from '#shared/similar.ts'
import { matching, noFilter } from '../noteFilter.ts'

/** Below this two cards share a common word at most. */
const leastSimilar = 0.05
export const mostFound = 24

export type FindOptions = {
  /** What the others are compared with. */
  readonly note: Note
  /** In reading order. */
  readonly others: readonly Note[]
  /** Numbers by which a note is found: its own, and those of the notes that stand in it. */
  readonly numbersOf: (id: NoteId) => string
  /** Without words to search for: all cards, or only similar ones. */
  readonly withAll: boolean
}

/** Searches the other cards of a board: those with these words first, then what sounds similar. */
export const findNotes = ({ note, others, numbersOf, withAll }: FindOptions) => {
  const index = similarIndex(others.map(({ id, blocks }) => ({ id, text: plainText(blocks) })))
  const byLikeness = index.to(plainText(note.blocks))
  const likeness = new Map(byLikeness.map(({ id, score }) => [id, score]))
  const similarFirst = others.toSorted((a, b) => (likeness.get(b.id) ?? 0) - (likeness.get(a.id) ?? 0))

  return (words: string): readonly NoteId[] => {
    if (words.trim() === '')
      return similarFirst
        .filter(({ id }) => withAll || (likeness.get(id) ?? 0) >= leastSimilar)
        .map(({ id }) => id)
    const isMatch = matching({ ...noFilter, text: words })
    const found = similarFirst
      .filter((one) => isMatch(one, { number: numbersOf(one.id), isMine: false }))
      .map(({ id }) => id)
    const close = index
      .to(words)
      .filter(({ score }) => score >= 2 * leastSimilar)
      .map(({ id }) => id)
    return [...new Set([...found, ...close])]
  }
}

/** What is shown already stays where it is; what others bring meanwhile comes behind it. */
export const keepOrder = (shown: readonly NoteId[], found: readonly NoteId[]): readonly NoteId[] => {
  const known = new Set(shown)
  const fresh = found.filter((id) => !known.has(id))
  return fresh.length === 0 ? shown : [...shown, ...fresh]
}
