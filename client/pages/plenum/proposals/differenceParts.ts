import { hunksBetween } from '#shared/plenum/proposalHunks.ts'
import { tokensOf } from '#shared/plenum/proposalTokens.ts'

export type Part = { readonly kind: 'same' | 'gone' | 'added'; readonly text: string }

/** What becomes of a text, in whole words: joining what is not `gone` gives the new one, what is not `added` the old one. */
export const differenceParts = (before: string, after: string): Part[] => {
  const parts: Part[] = []
  let at = 0
  for (const { from, to, text } of hunksBetween(before, after)) {
    parts.push({ kind: 'same', text: before.slice(at, from) })
    parts.push({ kind: 'gone', text: before.slice(from, to) }, { kind: 'added', text })
    at = to
  }
  parts.push({ kind: 'same', text: before.slice(at) })
  return parts.filter(({ text }) => text !== '')
}

/** Words that stay are told as far as they say where the change is. */
const near = 9

export const clippedParts = (parts: readonly Part[]): Part[] =>
  parts.map((part, at) => {
    if (part.kind !== 'same') return part
    const tokens = tokensOf(part.text)
    const words = tokens.filter(({ isWord }) => isWord)
    const isFirst = at === 0
    const isLast = at === parts.length - 1
    const most = isFirst || isLast ? near : 2 * near
    if (words.length <= most) return part
    const head = isFirst ? '' : part.text.slice(0, words[near]?.at).trimEnd()
    const tail = isLast ? '' : part.text.slice(words[words.length - near]?.at)
    return { kind: 'same', text: `${head}${isFirst ? '' : ' '}…${isLast ? '' : ' '}${tail}` }
  })
