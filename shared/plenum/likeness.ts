import type { GroupId, NoteRef } from '../ids.ts'
import { gramLength, stemOf, wordsOf } from '../similar.ts'

/** A note that stands on a board, as the finder reads it. */
export type OverlapNote = {
  readonly ref: NoteRef
  readonly group: GroupId
  readonly isMarked: boolean
  readonly text: string
  /** Title of its cluster, '' for none. */
  readonly heading: string
}
export type LikePair = { readonly a: NoteRef; readonly b: NoteRef; readonly score: number }
/** Which notes of different groups are like each other: 1 is the same words, both marked for the Plenum. */
export type Likeness = {
  readonly groupOf: ReadonlyMap<NoteRef, GroupId>
  /** The most alike first; every pair once. */
  readonly pairs: readonly LikePair[]
}

const wordWeight = 2.5
/** What a cluster is called says something about its notes, but less than they do. */
const headingWeight = 0.3
/** The same year or percentage is no likeness yet. */
const numberWeight = 0.5
/** What neither group hands over needs no merging today; what both hand over would be said twice. By marked notes. */
const markWeights = [0.3, 0.6, 1] as const
const leastScore = 0.04
const mostOfNote = 20
/** Weaker pairs are forgotten: what comes after so many nobody looks at. */
const mostPairs = 4000

/** All at once: for few notes and for tests. */
export const likenessOf = (notes: readonly OverlapNote[]): Likeness => {
  const steps = likenessSteps(notes)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Pairs of notes of different groups by the words and pieces of words that they share, the rarer the more. Yields after
 * every note: whoever runs it may rest there. The order of the notes does not matter.
 */
export function* likenessSteps(given: readonly OverlapNote[]): Generator<void, Likeness> {
  const notes = [...new Map(given.map((note) => [note.ref, note])).values()].sort((x, y) =>
    compare(x.ref, y.ref),
  )
  const bags: Bag[] = []
  const spread = new Map<string, number>()
  for (const note of notes) {
    const bag = bagOf(note)
    bags.push(bag)
    for (const feature of bag.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
    yield
  }
  const rarity = (feature: string) => Math.log(1 + notes.length / (spread.get(feature) ?? 1))
  /** Of every feature the notes before that have it, and how much it says of each. */
  const places = new Map<string, { readonly at: number; readonly value: number }[]>()
  let found: LikePair[] = []
  for (const [at, note] of notes.entries()) {
    const weighed = weigh(bags[at] as Bag, rarity)
    const scores = new Float64Array(at)
    for (const [feature, value] of weighed) {
      const known = places.get(feature)
      for (const place of known ?? []) scores[place.at] = (scores[place.at] as number) + value * place.value
      if (known) known.push({ at, value })
      else places.set(feature, [{ at, value }])
    }
    for (const [other, score] of scores.entries()) {
      const { ref, group, isMarked } = notes[other] as OverlapNote
      const weight = markWeights[Number(isMarked) + Number(note.isMarked)] as number
      if (group !== note.group && score * weight >= leastScore)
        found.push({ a: ref, b: note.ref, score: Math.min(1, score * weight) })
    }
    if (found.length > 2 * mostPairs) found = theMostAlike(found)
    yield
  }
  found = theMostAlike(found)
  return { groupOf: new Map(notes.map(({ ref, group }) => [ref, group])), pairs: withoutCrowds(found) }
}

const theMostAlike = (pairs: LikePair[]): LikePair[] =>
  pairs.sort((x, y) => y.score - x.score || compare(x.a, y.a) || compare(x.b, y.b)).slice(0, mostPairs)

/** A note that is a little like everything keeps those that it is most like. */
const withoutCrowds = (pairs: readonly LikePair[]): LikePair[] => {
  const counts = new Map<NoteRef, number>()
  const count = (ref: NoteRef) => {
    const before = counts.get(ref) ?? 0
    counts.set(ref, before + 1)
    return before
  }
  return pairs.filter(({ a, b }) => Math.min(count(a), count(b)) < mostOfNote)
}

/** How often each feature occurs, or less where it says less. */
type Bag = Map<string, number>

const bagOf = ({ text, heading }: OverlapNote): Bag => {
  const bag: Bag = new Map()
  const add = (feature: string, weight: number) => bag.set(feature, (bag.get(feature) ?? 0) + weight)
  const take = (words: readonly string[], weight: number) => {
    for (const word of words) {
      const stem = stemOf(word)
      add(`=${stem}`, wordWeight * weight * (/^\d+$/.test(stem) ? numberWeight : 1))
      for (let at = 0; at + gramLength <= stem.length; at++) add(stem.slice(at, at + gramLength), weight)
    }
  }
  take(wordsOf(text), 1)
  take(wordsOf(heading), headingWeight)
  return bag
}

const weigh = (bag: Bag, rarity: (feature: string) => number): Map<string, number> => {
  let square = 0
  const weighed = new Map<string, number>()
  for (const [feature, weight] of bag) {
    const value = (weight > 1 ? 1 + Math.log(weight) : weight) * rarity(feature)
    weighed.set(feature, value)
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  for (const [feature, value] of weighed) weighed.set(feature, value / length)
  return weighed
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
