import type { NoteRef } from '../ids.ts'
import type { Result } from '../result.ts'
import type { Likeness, LikePair } from './likeness.ts'

/** Notes of different groups that may say the same; at most one of each group. People decide, the machine proposes. */
export type Overlap = {
  /** By reference: the order says nothing. */
  readonly notes: readonly NoteRef[]
  /** Of its two most alike notes: 1 is the same words. */
  readonly score: number
}
/** Somebody said: these two do not belong together. By `pairKey`. */
export type Apart = { readonly notes: readonly [NoteRef, NoteRef]; readonly at: number }

/** GET /api/plenum/overlaps */
export type OverlapsAnswer = {
  readonly overlaps: readonly Overlap[]
  /** Refused pairs whose notes still stand, the latest first: they can be brought back. */
  readonly apart: readonly Apart[]
}

export const mostOverlaps = 30
/** Less is chance. */
const leastScore = 0.08
const leastJoin = 0.1
/** To belong to a set a note is this much as like all of it as its first two are. */
const joinShare = 0.3
/** A note is proposed once more only where it is nearly as much alike. */
const againShare = 0.7

/** The same for both orders. No reference holds a space. */
export const pairKey = (one: NoteRef, other: NoteRef): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

/** Pairs about which nothing is to be proposed any more: in one result, or called related there, or refused. */
export const settledPairs = (results: readonly Result[], apart: readonly Apart[]): Set<string> => {
  const settled = new Set<string>()
  for (const { notes } of apart) settled.add(pairKey(...notes))
  for (const { sources, links, dissolvedAt } of results) {
    if (dissolvedAt !== null) continue
    for (const source of sources)
      for (const other of [...sources, ...links]) settled.add(pairKey(source, other))
  }
  return settled
}

/**
 * What to look at before the Plenum, the most alike first. Pairs grow into sets where a further note is like all of them;
 * no set has two notes of one group or a settled pair.
 */
export const overlapsOf = (
  { groupOf, pairs }: Likeness,
  settled: ReadonlySet<string> = new Set(),
  most = mostOverlaps,
): Overlap[] => {
  const scores = new Map<string, number>()
  const near = new Map<NoteRef, Set<NoteRef>>()
  const known = (one: NoteRef, other: NoteRef) => {
    const those = near.get(one)
    if (those) those.add(other)
    else near.set(one, new Set([other]))
  }
  for (const { a, b, score } of pairs) {
    if (settled.has(pairKey(a, b))) continue
    scores.set(pairKey(a, b), score)
    known(a, b)
    known(b, a)
  }
  const covered = new Set<string>()
  const best = new Map<NoteRef, number>()
  const isFree = (note: NoteRef, score: number) => score >= againShare * (best.get(note) ?? 0)

  const grown = ({ a, b, score }: LikePair): NoteRef[] => {
    const set = [a, b]
    for (;;) {
      let next: { readonly note: NoteRef; readonly mean: number } | null = null
      for (const note of [...new Set(set.flatMap((one) => [...(near.get(one) ?? [])]))].sort()) {
        if (set.some((one) => groupOf.get(one) === groupOf.get(note) || covered.has(pairKey(one, note))))
          continue
        const to = set.map((one) => scores.get(pairKey(one, note)) ?? 0)
        const mean = to.reduce((sum, one) => sum + one, 0) / to.length
        if (mean < Math.max(leastJoin, joinShare * score) || Math.min(...to) < mean / 2) continue
        if (isFree(note, mean) && (!next || mean > next.mean)) next = { note, mean }
      }
      if (!next) return set
      set.push(next.note)
    }
  }

  const overlaps: Overlap[] = []
  for (const pair of pairs) {
    const { a, b, score } = pair
    if (score < leastScore || overlaps.length >= most) break
    const key = pairKey(a, b)
    if (settled.has(key) || covered.has(key) || !isFree(a, score) || !isFree(b, score)) continue
    const set = grown(pair)
    for (const one of set) {
      best.set(one, Math.max(best.get(one) ?? 0, score))
      for (const other of set) if (one !== other) covered.add(pairKey(one, other))
    }
    overlaps.push({ notes: set.sort(), score })
  }
  return overlaps
}
