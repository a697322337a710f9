import { useEffect, useState } from 'react'
import type { ResultId } from '#shared/ids.ts'
import { isFinished, type OutlineItem } from './outline/plenumOutline.ts'
import type { PlenumView } from './plenumView.ts'
import { usePlenumPlace } from './usePlenumPlace.ts'

/**
 * The result that is read now. Who has chosen none follows the wall, else begins with what is still to decide;
 * whoever leads the Plenum keeps the first one: nobody else's click may move what they write in.
 * null: there is none, or not any more.
 */
export const useCurrentItem = (view: PlenumView): OutlineItem | null => {
  const { items, show, mayShape } = usePlenumPlace()
  const [kept, setKept] = useState<ResultId | null>(null)
  const itemOf = (id: ResultId | null | undefined) => items.find(({ result }) => result.id === id) ?? null
  const onWall = show?.kind === 'result' ? show.id : null
  const first = itemOf(onWall) ?? items.find(({ standing }) => !isFinished(standing)) ?? items[0] ?? null
  const unasked = mayShape ? (itemOf(kept) ?? first) : first
  const current = view.kind === 'result' ? itemOf(view.id) : unasked
  const id = current?.result.id ?? null
  useEffect(() => {
    if (id) setKept(id)
  }, [id])
  return current
}
