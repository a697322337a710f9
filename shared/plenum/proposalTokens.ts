export type Token = {
  readonly text: string
  /** UTF-16 units from the beginning. */
  readonly at: number
  readonly isWord: boolean
}

const segmenter = new Intl.Segmenter('und')
/** Latin letters and the signs around them: each is a sign by itself, and no segmenter is needed. */
const plain = /^[\n\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e]*$/
const plainToken = /[\p{L}\p{N}]+|\n|[^\S\n]+|[^]/gu
const letter = /^[\p{L}\p{N}\p{M}]/u

/** Words, runs of spaces, and single signs: what a change is made of. No sign that people see as one is torn apart. */
export const tokensOf = (text: string): Token[] => {
  if (plain.test(text))
    return Array.from(text.matchAll(plainToken), ({ 0: token, index }) => ({
      text: token,
      at: index,
      isWord: letter.test(token),
    }))
  const tokens: { text: string; at: number; isWord: boolean; kind: string }[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const kind = kindOf(segment)
    const last = tokens.at(-1)
    if (last && last.kind === kind && (kind === 'word' || kind === 'space')) last.text += segment
    else tokens.push({ text: segment, at: index, isWord: kind === 'word', kind })
  }
  return tokens
}
const kindOf = (segment: string) => {
  if (segment === '\n') return 'line'
  if (/^\s/.test(segment)) return 'space'
  return letter.test(segment) ? 'word' : 'sign'
}

/** A stretch that stands in both texts: `before[from, to)`, and from `at` on in the other. */
export type Kept = { readonly from: number; readonly to: number; readonly at: number }

/** Beyond this a comparison would take longer than reading both texts. */
const most = 1_000_000

type Comparison = { readonly before: string; readonly after: string; readonly kept: readonly Kept[] }
/** Many ask the same in a row: all proposals that were made for one text. */
let latest: Comparison | null = null

/** What of a text is left in another: the longest common tokens in order, beginning and end first. */
export const keptBetween = (before: string, after: string): readonly Kept[] => {
  if (latest?.before !== before || latest.after !== after)
    latest = { before, after, kept: compared(before, after) }
  return latest.kept
}

const compared = (before: string, after: string): Kept[] => {
  const old = tokensOf(before)
  const now = tokensOf(after)
  let head = 0
  while (head < old.length && head < now.length && old[head]?.text === now[head]?.text) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail]?.text === now[now.length - 1 - tail]?.text
  )
    tail++
  const pairs: [number, number][] = []
  for (let at = 0; at < head; at++) pairs.push([at, at])
  pairs.push(...commonPairs(old, now, head, old.length - tail, now.length - tail))
  for (let at = tail; at > 0; at--) pairs.push([old.length - at, now.length - at])
  const kept: { from: number; to: number; at: number }[] = []
  for (const [i, j] of pairs) {
    const one = old[i] as Token
    const other = now[j] as Token
    const last = kept.at(-1)
    if (last && last.to === one.at && last.at + last.to - last.from === other.at) last.to += one.text.length
    else kept.push({ from: one.at, to: one.at + one.text.length, at: other.at })
  }
  return kept
}

const commonPairs = (
  old: readonly Token[],
  now: readonly Token[],
  head: number,
  oldEnd: number,
  nowEnd: number,
): [number, number][] => {
  const height = oldEnd - head
  const width = nowEnd - head
  if (height * width === 0 || height * width > most) return []
  const row = width + 1
  const lengths = new Uint32Array((height + 1) * row)
  const isSame = (i: number, j: number) => old[head + i]?.text === now[head + j]?.text
  const at = (i: number, j: number) => lengths[i * row + j] as number
  for (let i = height - 1; i >= 0; i--)
    for (let j = width - 1; j >= 0; j--)
      lengths[i * row + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < height && j < width)
    if (isSame(i, j)) pairs.push([head + i++, head + j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return pairs
}
