import type { ClusterId } from '#shared/ids.ts'

/** Lower than any sheet with its gap: where this many sheets lie above, there is always as much room. */
export const sheetStep = 34

/**
 * Sheets from top to bottom. Those that flow come in their own order; one that was put somewhere goes above the first of them
 * that its place does not reach to. Places that only mean an order are small (see `sheetSpots`), so that no height decides:
 * heights differ from browser to browser.
 */
export const sheetOrder = <Sheet extends { readonly id: ClusterId; readonly y: number | null }>(
  sheets: readonly Sheet[],
): readonly Sheet[] => {
  const placed = sheets
    .filter(({ y }) => y !== null)
    .sort((one, other) => (one.y as number) - (other.y as number) || (one.id < other.id ? -1 : 1))
  const ordered: Sheet[] = []
  const flowing = sheets.filter(({ y }) => y === null)
  flowing.forEach((sheet, rank) => {
    while (placed[0] && (placed[0].y as number) < (rank + 0.5) * sheetStep)
      ordered.push(placed.shift() as Sheet)
    ordered.push(sheet)
  })
  return [...ordered, ...placed]
}
