import { useMemo } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useTidy } from './useTidy.ts'

/** "Nach Zeit" and "Nach Kartenart" for one part of the board, asked for only when somebody chooses. */
export const useTidyItems = (): ((
  scope: string,
  ids: () => readonly NoteId[] | 'all',
  withWord?: boolean,
) => readonly MenuItem[]) => {
  const t = useTexts()
  const tidy = useTidy()
  return useMemo(
    () =>
      (scope, ids, withWord = false) =>
        (['time', 'kind'] as const).map((order) => ({
          id: `${scope}-${order}`,
          label: t(
            withWord
              ? order === 'time'
                ? 'arranging:tidyByTime'
                : 'arranging:tidyByKind'
              : order === 'time'
                ? 'arranging:byTime'
                : 'arranging:byKind',
          ),
          icon: order === 'time' ? ('history' as const) : ('layers' as const),
          onAction: () => tidy(ids(), order),
        })),
    [t, tidy],
  )
}
