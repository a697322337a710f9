import type { GroupId, NoteRef, ResultId } from '../ids.ts'
import type { Presented } from './presenting.ts'
import { isSameShown } from './presentingMoves.ts'

/** As much of a Leitfrage as the way through it depends on. */
export type StepGroup = {
  readonly id: GroupId
  /** What the group handed over, in its order. */
  readonly notes: readonly NoteRef[]
  readonly results: readonly ResultId[]
}

/** The way through the Plenum: each group with its notes, in the order of presenting; per Leitfrage its results and then its block; the end. */
export const presentingSteps = (
  groups: readonly StepGroup[],
  order: readonly GroupId[],
): readonly Presented[] => {
  const inOrder = order.flatMap((id) => groups.find((group) => group.id === id) ?? [])
  return [
    ...inOrder.flatMap(({ id, notes }): Presented[] => [
      { kind: 'group', group: id, note: null },
      ...notes.map((note) => ({ kind: 'group', group: id, note }) as const),
    ]),
    ...groups.flatMap(({ id, results }): Presented[] => [
      ...results.map((result) => ({ kind: 'result', id: result }) as const),
      // One result alone is decided as itself.
      ...(results.length > 1 ? [{ kind: 'block', group: id } as const] : []),
    ]),
    { kind: 'closing' },
  ]
}

/** One step on or back. What is shown and stands on the way no more counts as its group; who leads nowhere begins at the first. */
export const stepFrom = (
  steps: readonly Presented[],
  now: Presented | null,
  by: -1 | 1,
): Presented | undefined => {
  if (!now) return by > 0 ? steps[0] : undefined
  const at = steps.findIndex((step) => isSameShown(step, now))
  if (at >= 0) return steps[at + by]
  if (now.kind !== 'group') return undefined
  const head = steps.findIndex((step) => isSameShown(step, { ...now, note: null }))
  return head < 0 ? undefined : steps[by > 0 ? head + 1 : head]
}

/** The next one who has the floor: past the notes that are still to come. */
export const nextTopic = (steps: readonly Presented[], now: Presented | null): Presented | undefined => {
  if (now?.kind !== 'group') return undefined
  const last = steps.findLastIndex((step) => step.kind === 'group' && step.group === now.group)
  return last < 0 ? undefined : steps[last + 1]
}
