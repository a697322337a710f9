import { useMemo } from 'react'
import type { Presented } from '#shared/plenum/presenting.ts'
import { presentingSteps } from '#shared/plenum/presentingSteps.ts'
import { groupNotes } from './groupNotes.ts'
import { usePresenting } from './usePresenting.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** The way through the Plenum, as it stands now. */
export const useSteps = (): readonly Presented[] => {
  const { groups, notes } = usePlenumPlace()
  const order = usePresenting()?.order
  return useMemo(() => {
    const all = groups.map(({ id, items }) => ({
      id,
      notes: groupNotes(notes.values(), id).map(({ ref }) => ref),
      results: items.map(({ result }) => result.id),
    }))
    return presentingSteps(all, order ?? [])
  }, [groups, notes, order])
}
