import { keptBetween, tokensOf } from './proposalTokens.ts'

/** In place of `[from, to)` stands `text`. UTF-16 units. */
export type Hunk = { readonly from: number; readonly to: number; readonly text: string }

/** Changes that are so near to each other (in words) are one. */
const near = 5

/** What makes one text out of another: whole words, in order, none overlapping. */
export const hunksBetween = (before: string, after: string): Hunk[] => {
  const hunks: Hunk[] = []
  let from = 0
  let at = 0
  for (const kept of [
    ...keptBetween(before, after),
    { from: before.length, to: before.length, at: after.length },
  ]) {
    if (kept.from > from || kept.at > at) hunks.push({ from, to: kept.from, text: after.slice(at, kept.at) })
    from = kept.to
    at = kept.at + kept.to - kept.from
  }
  return hunks.reduce<Hunk[]>((joined, hunk) => {
    const last = joined.at(-1)
    const between = last && before.slice(last.to, hunk.from)
    if (!last || between === undefined || wordsIn(between) >= near) return [...joined, hunk]
    return [...joined.slice(0, -1), { from: last.from, to: hunk.to, text: last.text + between + hunk.text }]
  }, [])
}

/** The one change of whole words that makes one text out of another; null: they are the same. */
export const hunkBetween = (before: string, after: string): Hunk | null => {
  if (before === after) return null
  const old = tokensOf(before)
  const now = tokensOf(after)
  let head = 0
  while (head < old.length && head < now.length && old[head]?.text === now[head]?.text) head++
  let tail = 0
  while (
    tail < Math.min(old.length, now.length) - head &&
    old[old.length - 1 - tail]?.text === now[now.length - 1 - tail]?.text
  )
    tail++
  const endOf = (text: string, tokens: typeof old) => tokens[tokens.length - tail]?.at ?? text.length
  const from = old[head]?.at ?? before.length
  const start = now[head]?.at ?? after.length
  return { from, to: endOf(before, old), text: after.slice(start, endOf(after, now)) }
}

export const applyHunk = (text: string, hunk: Hunk): string =>
  text.slice(0, hunk.from) + hunk.text + text.slice(hunk.to)
/** In order, none overlapping. */
export const applyHunks = (text: string, hunks: readonly Hunk[]): string =>
  hunks.toReversed().reduce(applyHunk, text)

/**
 * Both want the same words, or the same place: only one of them can be followed as it stands. What is added right behind
 * words that go counts as one place with what is added before them.
 */
export const collide = (one: Hunk, other: Hunk): boolean => {
  if (isAddition(one) && isAddition(other)) return one.from === other.from
  if (one.from < other.to && other.from < one.to) return true
  const [added, gone] = isAddition(one) ? [one, other] : [other, one]
  return isAddition(added) && gone.text === '' && added.from === gone.to
}
const isAddition = ({ from, to }: Hunk) => from === to

/** Where a change stands after others that it does not collide with; all of them were made for the same text. */
export const shiftedBy = (hunk: Hunk, done: readonly Hunk[]): Hunk => {
  const by = done
    .filter(({ to }) => to <= hunk.from)
    .reduce((sum, one) => sum + one.text.length - (one.to - one.from), 0)
  return { ...hunk, from: hunk.from + by, to: hunk.to + by }
}

const wordsIn = (text: string): number => tokensOf(text).filter(({ isWord }) => isWord).length
