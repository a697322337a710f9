import type { ConsentOption } from '#shared/template.ts'

/** What one person answers at a decision. `result`: the name of the result that the reason is about. */
export type SharedAnswer = {
  readonly option: string
  readonly reason: string
  readonly result: string | null
}
export type SharedOut = {
  /** One a person, from the first on. */
  readonly answers: readonly SharedAnswer[]
  /** Raised hands of those who have no device, by option. */
  readonly hands: Readonly<Record<string, number>>
}

/**
 * Who answers what, so that in the end as many are counted as are given. Each reason is said by one person; where an
 * option needs a reason and there are no more, hands are raised.
 */
export const shareAnswers = (
  options: readonly Pick<ConsentOption, 'id' | 'needsReason'>[],
  counts: Readonly<Record<string, number>>,
  reasons: readonly SharedAnswer[],
): SharedOut => {
  const answers: SharedAnswer[] = []
  const hands: Record<string, number> = {}
  for (const { id, needsReason } of options) {
    const count = counts[id] ?? 0
    const said = reasons.filter(({ option }) => option === id).slice(0, count)
    answers.push(...said)
    const left = count - said.length
    if (left === 0) continue
    if (needsReason) hands[id] = left
    else for (let at = 0; at < left; at++) answers.push({ option: id, reason: '', result: null })
  }
  return { answers, hands }
}

/** Who gives a point to what: as many as each item got, nobody two to one, everybody at most `each`. */
export const sharePoints = (
  items: readonly { readonly id: string; readonly points: number }[],
  people: number,
  each: number,
): readonly (readonly string[])[] => {
  const given = Array.from({ length: people }, (): string[] => [])
  let next = 0
  // One after the other all around: no item has more points than there are people, so nobody gets it twice.
  for (const { id, points } of items) for (let at = 0; at < points; at++) given[next++ % people]?.push(id)
  if (next > people * each) throw new Error(`${next} points are more than ${people} people have.`)
  return given
}
