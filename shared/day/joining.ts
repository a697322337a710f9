import type { GroupId } from '../ids.ts'
import { oneLine } from '../personName.ts'
import type { Group } from '../template.ts'

/** POST /api/me/transfer */
export type TransferAnswer = {
  readonly code: string
  readonly expiresAt: number
  readonly url: string
  readonly qr: string
}
/** GET /api/signs: ways into the event and into each group, for paper. */
export type SignsAnswer = {
  readonly code: string
  readonly url: string
  readonly qr: string
  readonly groups: readonly { readonly id: GroupId; readonly url: string; readonly qr: string }[]
}

/** Places left in a group; null: any number. */
export const freeIn = (
  { id, capacity }: Pick<Group, 'id' | 'capacity'>,
  takenIn: (group: GroupId) => number,
): number | null => (capacity === null ? null : Math.max(0, capacity - takenIn(id)))

/** The group with the fewest people among those with room, the first of equals; null when all are full. */
export const emptiest = (
  groups: readonly Pick<Group, 'id' | 'capacity'>[],
  takenIn: (group: GroupId) => number,
): GroupId | null => {
  const open = groups.filter((group) => freeIn(group, takenIn) !== 0)
  const least = Math.min(...open.map(({ id }) => takenIn(id)))
  return open.find(({ id }) => takenIn(id) === least)?.id ?? null
}

/** Two spellings of one name: case, width and spaces do not matter. */
export const nameKey = (name: string): string => oneLine(name.normalize('NFKC')).toLowerCase()
