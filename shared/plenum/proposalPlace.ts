import type { Proposal } from './proposal.ts'
import { applyHunk, collide, shiftedBy, type Hunk } from './proposalHunks.ts'
import { keptBetween, tokensOf, type Kept, type Token } from './proposalTokens.ts'

export type Change = Pick<Proposal, 'base' | 'from' | 'to' | 'text'>

/**
 * Where a proposal stands in the text of now. `fits`: its words are still in their place; `moved`: they stand elsewhere,
 * once; `lost`: they are not there any more.
 */
export type Place =
  | { readonly state: 'fits' | 'moved'; readonly hunk: Hunk }
  | { readonly state: 'lost'; readonly hunk: null }

/** The text that it was made for, as it should read. */
export const proposedText = (proposal: Change): string => applyHunk(proposal.base, proposal)

const lost: Place = { state: 'lost', hunk: null }
/** So many words in a row are known by themselves. */
const telling = 3

export const placeOf = (proposal: Change, current: string): Place => {
  const { base, from, to, text } = proposal
  const hunk: Hunk = { from, to, text }
  if (base === current) return { state: 'fits', hunk }
  const words = around(tokensOf(base), hunk)
  const at = keptPlace(keptBetween(base, current), base, current, hunk, words)
  if (at !== null) return { state: 'fits', hunk: movedTo(hunk, at) }
  const elsewhere = found(base, current, hunk, words)
  return elsewhere === null ? lost : { state: 'moved', hunk: movedTo(hunk, elsewhere) }
}

/** The text with the proposal followed; where its words are lost, the text as it is. */
export const applyProposal = (proposal: Change, current: string): string => {
  const { hunk } = placeOf(proposal, current)
  return hunk ? applyHunk(current, hunk) : current
}

/**
 * An open proposal after the text was changed: it is made for the new one, its words where they are now. What the change
 * has touched stays as it was made. So the order in which proposals are followed makes no difference.
 */
export const rebased = <P extends Change>(
  proposal: P,
  {
    before,
    hunks,
    after,
  }: { readonly before: string; readonly hunks: readonly Hunk[]; readonly after: string },
): P => {
  const { hunk } = placeOf(proposal, before)
  if (!hunk || hunks.some((done) => collide(done, hunk))) return proposal
  return { ...proposal, base: after, ...shiftedBy(hunk, hunks) }
}

const movedTo = (hunk: Hunk, at: number): Hunk => ({ ...hunk, from: at, to: at + hunk.to - hunk.from })

type Around = { readonly before: Token | null; readonly after: Token | null; readonly within: number }
/** The next words on both sides, and how many are replaced. */
const around = (tokens: readonly Token[], { from, to }: Hunk): Around => {
  const words = tokens.filter(({ isWord }) => isWord)
  const before = words.findLast(({ at, text }) => at + text.length <= from) ?? null
  const after = words.find(({ at }) => at >= to) ?? null
  return { before, after, within: words.filter(({ at }) => at >= from && at < to).length }
}

const keptPlace = (
  kept: readonly Kept[],
  base: string,
  current: string,
  { from, to }: Hunk,
  { before, after, within }: Around,
): number | null => {
  const isKept = (token: Token | null) =>
    token !== null && kept.some((one) => one.from <= token.at && token.at + token.text.length <= one.to)
  // A word alone may stand anywhere: one of its neighbours must have stayed with it.
  if (within < telling && (before || after) && !isKept(before) && !isKept(after)) return null
  if (from < to) {
    const whole = kept.find((one) => one.from <= from && to <= one.to)
    return whole ? whole.at + from - whole.from : null
  }
  const left = kept.find((one) => one.from < from && from <= one.to)
  if (left) return left.at + from - left.from
  const right = kept.find((one) => one.from === from)
  if (right && right.to > right.from) return from === 0 ? 0 : right.at
  if (base === '') return current === '' ? 0 : null
  if (from === base.length) return current.length
  return from === 0 ? 0 : null
}

/** The same words with their neighbours, elsewhere, and only once. */
const found = (
  base: string,
  current: string,
  hunk: Hunk,
  { before, after, within }: Around,
): number | null => {
  const neighbours = Number(before !== null) + Number(after !== null)
  if (within < telling && within + neighbours < 2) return null
  const start = within < telling && before ? before.at : hunk.from
  const end = within < telling && after ? after.at + after.text.length : hunk.to
  const words = base.slice(start, end)
  const at = current.indexOf(words)
  if (at < 0 || current.indexOf(words, at + 1) >= 0) return null
  const tokens = tokensOf(current)
  const isCut = (place: number) => place < current.length && !tokens.some((token) => token.at === place)
  return isCut(at) || isCut(at + words.length) ? null : at + hunk.from - start
}
