/** L1, L2, L3, M1 → L1–L3, M1: three and more in a row become a range. */
export const nameRanges = (names: readonly string[]): string => {
  const parts: string[] = []
  let row: string[] = []
  const close = () => {
    if (row.length > 2) parts.push(`${row[0]}–${row.at(-1)}`)
    else parts.push(...row)
    row = []
  }
  for (const name of names) {
    const last = row.at(-1)
    if (last !== undefined && !follows(last, name)) close()
    row.push(name)
  }
  close()
  return parts.join(', ')
}

const cut = (name: string): [string, number] => [name.replace(/\d+$/, ''), Number(/\d+$/.exec(name)?.[0])]
const follows = (before: string, after: string): boolean =>
  cut(after)[0] === cut(before)[0] && cut(after)[1] === cut(before)[1] + 1
