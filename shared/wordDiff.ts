export type DiffPart = { readonly kind: 'same' | 'added' | 'gone'; readonly text: string }

/** Beyond this the comparison would take longer than reading both texts. */
const most = 1_000_000

/** What became of a text, word by word. Joining what is not `gone` gives the new text, what is not `added` the old one. */
export const wordDiff = (before: string, after: string): DiffPart[] => {
  const old = wordsOf(before)
  const now = wordsOf(after)
  if (old.length * now.length > most) return joined([...gone(old), ...added(now)])
  const common = commonLengths(old, now)
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length && j < now.length)
    if (old[i] === now[j]) {
      parts.push({ kind: 'same', text: old[i++] as string })
      j++
    } else if (at(common, i + 1, j) >= at(common, i, j + 1)) parts.push(...gone(old.slice(i, ++i)))
    else parts.push(...added(now.slice(j, ++j)))
  return joined([...parts, ...gone(old.slice(i)), ...added(now.slice(j))])
}

/** A word or a sign, with the space behind it. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+\s*|[^\p{L}\p{N}\s]\s*|\s+/gu) ?? []
const gone = (words: readonly string[]) => words.map((text): DiffPart => ({ kind: 'gone', text }))
const added = (words: readonly string[]) => words.map((text): DiffPart => ({ kind: 'added', text }))
const at = (table: readonly Uint32Array[], i: number, j: number) => table[i]?.[j] ?? 0

/** For every two ends: how many words they have in common, in order. */
const commonLengths = (old: readonly string[], now: readonly string[]): Uint32Array[] => {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      (table[i] as Uint32Array)[j] =
        old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
  return table
}

const joined = (parts: readonly DiffPart[]): DiffPart[] => {
  const whole: DiffPart[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last?.kind === part.kind) whole[whole.length - 1] = { ...last, text: last.text + part.text }
    else whole.push(part)
  }
  return whole
}
