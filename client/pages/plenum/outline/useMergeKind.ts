import { useEffect, useState } from 'react'
import type { KindId, NoteRef } from '#shared/ids.ts'
import { resultKinds } from '#shared/template.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** What the chosen notes shall become: the kind of the first one where that is possible, else what was picked. */
export const useMergeKind = (selected: readonly NoteRef[]) => {
  const { plan, notes } = usePlenumPlace()
  const [picked, pick] = useState<KindId | null>(null)
  const isChoosing = selected.length > 0
  // The next choice begins afresh.
  useEffect(() => {
    if (!isChoosing) pick(null)
  }, [isChoosing])
  const kinds = resultKinds(plan)
  const own = kinds.find(({ id }) => id === notes.get(selected[0] as NoteRef)?.kind)
  return { kinds, kind: picked ?? own?.id ?? kinds[0]?.id ?? null, pick }
}
export type MergeKind = ReturnType<typeof useMergeKind>
