/** The first of each, then the second of each: what stands at the top of a wall comes first. */
export const inTurn = <Item>(lists: readonly (readonly Item[])[]): Item[] => {
  const items: Item[] = []
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  for (let at = 0; at < longest; at++)
    for (const list of lists) if (at < list.length) items.push(list[at] as Item)
  return items
}
