import { collide, type Hunk } from '#shared/plenum/proposalHunks.ts'
import { placeOf } from '#shared/plenum/proposalPlace.ts'
import type { ProposalView } from '#shared/plenum/proposalsAnswer.ts'

export type Queued = {
  readonly one: ProposalView
  /** 1, 2 … in order of arrival at this result; stays. */
  readonly number: number
  readonly place: 'fits' | 'moved' | 'lost'
  readonly hunk: Hunk | null
  /** Numbers of those that want the same words. */
  readonly collides: readonly number[]
}

/** The proposals of a result with what stands between them, by id. */
export const queued = (all: readonly ProposalView[], current: string): ReadonlyMap<string, Queued> => {
  const placed = all.map((one, at) => {
    const place = one.state === 'open' ? placeOf(one, current) : { state: 'lost' as const, hunk: null }
    return { one, number: at + 1, place: place.state, hunk: place.hunk }
  })
  return new Map(
    placed.map((mine) => {
      const collides = placed.flatMap(({ one, number, hunk }) =>
        one !== mine.one && hunk && mine.hunk && collide(hunk, mine.hunk) ? [number] : [],
      )
      return [mine.one.id, { ...mine, collides }]
    }),
  )
}

/** Open ones in order of arrival; those that collide stand together, where the first of them arrived. */
export const bundled = (all: ReadonlyMap<string, Queued>): string[][] => {
  const open = [...all.values()].filter(({ one }) => one.state === 'open')
  const taken = new Set<string>()
  const reach = (entry: Queued): string[] => {
    if (taken.has(entry.one.id)) return []
    taken.add(entry.one.id)
    return [entry.one.id, ...open.filter(({ number }) => entry.collides.includes(number)).flatMap(reach)]
  }
  return open.map(reach).filter((bundle) => bundle.length > 0)
}

/**
 * While somebody works at the queue nothing in it moves: what is new stands by itself at its end, what others have settled
 * stays in its place.
 */
export const keptBundles = (
  before: readonly (readonly string[])[],
  all: ReadonlyMap<string, Queued>,
): readonly (readonly string[])[] => {
  if (before.length === 0) return bundled(all)
  const known = new Set(before.flat())
  const fresh = [...all.values()].filter(({ one }) => one.state === 'open' && !known.has(one.id))
  const kept = before.map((bundle) => bundle.filter((id) => all.has(id))).filter(({ length }) => length > 0)
  return [...kept, ...fresh.map(({ one }) => [one.id])]
}
