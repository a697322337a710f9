import type { ReactNode } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useIsChoosing } from './useChoosing.ts'

/** Around all cards of the list: says for all of them at once whether one chooses, and whether only what was found is shown. */
export function ChoosingSpace({ children }: { readonly children: ReactNode }) {
  const { isOnlyHits } = useBoardPlace().search
  const isChoosing = useIsChoosing()
  return (
    <div
      className="choosing-space"
      data-choosing={isChoosing || undefined}
      data-only-hits={useStore(isOnlyHits) || undefined}
    >
      {children}
    </div>
  )
}
