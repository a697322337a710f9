/** Everyone has an order of their own, so that the first cards do not win, and keeps it. */
export const ownOrder = (items: readonly string[], person: string): readonly string[] => {
  const ranks = new Map(items.map((item) => [item, rankOf(person + item)]))
  return items.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))
}

/** FNV-1a, stirred at the end: near keys lie far apart. */
const rankOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
