import { useMemo } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useStore } from '../../sync/useStore.ts'
import { cardPoints } from '../points/cardPoints.ts'
import { useTidy } from './useTidy.ts'

const orders = [
  { id: 'time', by: 'arranging:byTime', tidy: 'arranging:tidyByTime', icon: 'history' },
  { id: 'kind', by: 'arranging:byKind', tidy: 'arranging:tidyByKind', icon: 'layers' },
  // Once they are counted.
  { id: 'points', by: 'score:byPoints', tidy: 'score:tidyByPoints', icon: 'list-ordered' },
] as const

/** "Nach Zeit" and "Nach Kartenart" for one part of the board, asked for only when somebody chooses. */
export const useTidyItems = (): ((
  scope: string,
  ids: () => readonly NoteId[] | 'all',
  withWord?: boolean,
) => readonly MenuItem[]) => {
  const t = useTexts()
  const tidy = useTidy()
  const hasPoints = (useStore(cardPoints)?.size ?? 0) > 0
  return useMemo(
    () =>
      (scope, ids, withWord = false) =>
        (hasPoints ? orders : orders.slice(0, 2)).map((order) => ({
          id: `${scope}-${order.id}`,
          label: t(withWord ? order.tidy : order.by),
          icon: order.icon,
          onAction: () => tidy(ids(), order.id),
        })),
    [t, tidy, hasPoints],
  )
}
