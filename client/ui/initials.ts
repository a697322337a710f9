/** Kreisverband 12 → K12, Moderation A → MA, Redaktion → R: first signs of up to two words, numbers whole. */
export const initialsOf = (name: string): string => {
  const words = name.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []
  const parts = words.slice(0, 2).map((word) => (/^\p{N}/u.test(word) ? word.slice(0, 2) : firstSign(word)))
  return parts.join('') || firstSign(name.trim()) || '?'
}

const firstSign = (word: string): string => {
  // Most begin like this, and finding out about the others takes the browser a while the first time.
  if (/^[A-Za-zÄÖÜäöü0-9](?:[A-Za-zÄÖÜäöüß0-9]|$)/.test(word)) return (word[0] as string).toUpperCase()
  const [first] = new Intl.Segmenter('und').segment(word)
  return first?.segment.toLocaleUpperCase('de') ?? ''
}
