import { stemOf, wordsOf } from '../similar.ts'

/** A word of the text as it stands, in UTF-16 units. */
export type WordRange = { readonly from: number; readonly to: number }

const words = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]+/gu
const shortestPart = 5

/** Of each text the words that stand in another of them as well, also in another form or within a longer word. */
export const commonWords = (texts: readonly string[]): readonly (readonly WordRange[])[] => {
  const read = texts.map((text) =>
    [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
      const stems = wordsOf(word).map(stemOf)
      return stems.length > 0 ? [{ from: index, to: index + word.length, stem: stems.join('') }] : []
    }),
  )
  const stems = read.map((text) => new Set(text.map(({ stem }) => stem)))
  return read.map((text, at) =>
    text
      .filter(({ stem }) =>
        stems.some((others, where) => where !== at && [...others].some((other) => isCommon(stem, other))),
      )
      .map(({ from, to }) => ({ from, to })),
  )
}

/** "Koordination" stands in "Ehrenamtskoordination", at its end or its beginning. */
const isCommon = (one: string, other: string): boolean => {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= shortestPart && (long.startsWith(short) || long.endsWith(short))
}
