import type { Note } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'

/** What others did to a note, as much as one wants to hear. */
export type Happening = 'written' | 'changed' | 'moved' | 'marked' | 'trashed' | 'restored'
export type News = { readonly what: Happening; readonly count: number; readonly name: string | null }

const order: readonly Happening[] = ['written', 'changed', 'moved', 'marked', 'trashed', 'restored']

/** Null when there is nothing to tell, as for a note that is empty still. `known`: what it was so far. */
export const happeningOf = (before: Note | null, after: Note | null, known?: Happening): Happening | null => {
  if (!after || after.isEmpty) return null
  if (!before || before.isEmpty) return after.trashedAt === null ? 'written' : null
  if ((before.trashedAt === null) !== (after.trashedAt === null))
    return after.trashedAt === null ? 'restored' : 'trashed'
  if (after.trashedAt !== null) return null
  if (before.forPlenum === null && after.forPlenum !== null) return 'marked'
  if (placeOf(before) !== placeOf(after)) return 'moved'
  if (before.blocks === after.blocks) return null
  // A text that is being written is compared once, not with every letter.
  return known === 'changed' || !sameText(before, after) ? 'changed' : null
}

const placeOf = ({ question, cluster, kind, at }: Note) =>
  [question, cluster, kind === 'parking-lot', at?.x, at?.y].join(' ')
const sameText = (one: Note, other: Note) => JSON.stringify(one.blocks) === JSON.stringify(other.blocks)

/**
 * What happened since the last telling, in few words: each note once, and by name only where a few did it. `nameOf` may
 * know more by then than it did when it happened.
 */
export const newsBundle = (
  happenings: ReadonlyMap<NoteId, Happening>,
  nameOf: (id: NoteId, what: Happening) => string | null,
): readonly News[] =>
  order.flatMap((what): News[] => {
    const ids = [...happenings].filter(([, one]) => one === what).map(([id]) => id)
    if (ids.length === 0) return []
    const counts = new Map<string | null, number>()
    for (const id of ids) {
      const name = nameOf(id, what)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    if (counts.size > mostNames) return [{ what, count: ids.length, name: null }]
    return [...counts].map(([name, count]) => ({ what, count, name }))
  })
const mostNames = 2

/** Of two happenings to one note the one that says more: what was written is not also moved. */
export const stronger = (before: Happening | undefined, next: Happening): Happening =>
  before === undefined ||
  order.indexOf(next) < order.indexOf(before) ||
  next === 'trashed' ||
  next === 'restored'
    ? next
    : before
