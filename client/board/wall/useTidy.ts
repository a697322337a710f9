import { useCallback } from 'react'
import type { Spot } from '#shared/board.ts'
import type { NoteId } from '#shared/ids.ts'
import { kindOf } from '#shared/template.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { cardPoints } from '../points/cardPoints.ts'
import { tidy, type TidyOrder } from '../tidy.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { usualHeight } from '../shownColumns.ts'
import { boardMetrics } from './boardMetrics.ts'
import { openWall } from './openWall.ts'

const tidiedWords = {
  time: 'arranging:tidiedByTime',
  kind: 'arranging:tidiedByKind',
  points: 'score:tidied',
} as const

/** "Aufräumen": one change, one step of undo. The cards glide to their new places. */
export const useTidy = (): ((ids: readonly NoteId[] | 'all', order: TidyOrder) => void) => {
  const t = useTexts()
  const { store, actions, plan, undoManager } = useBoardPlace()
  return useCallback(
    (ids, order) => {
      const wall = openWall.get()
      const layout = wall?.layout.get() ?? null
      const { zones, parked } = store.arrangement.get()
      const rank = new Map(plan.noteKinds.map(({ id }, at) => [id, at]))
      const tidied = tidy({
        zones: [...zones, { question: null, clusters: [], loose: parked }],
        ids: ids === 'all' ? ids : new Set(ids),
        order,
        metrics: wall?.metrics ?? boardMetrics(),
        heightOf: (id) => layout?.notes.get(id)?.box.height ?? usualHeight,
        madeAt: (id) => store.note(id)?.createdAt ?? 0,
        columnOf: (id) => store.note(id)?.column ?? null,
        rankOf: (id) =>
          order === 'points'
            ? -(cardPoints.get().get(id)?.total ?? 0)
            : (rank.get(kindOf(plan, store.note(id)?.kind ?? '').id) ?? rank.size),
        layout,
      })
      const notes = [...tidied.notes].filter(([id, at]) => !isSame(store.note(id)?.at ?? null, at))
      const clusters = store.clusters
        .get()
        .filter(({ id, at }) => at !== null && tidied.clusters.includes(id))
      const columns = [...tidied.columns].filter(([id, column]) => store.note(id)?.column !== column)
      const hasChanged = notes.length + columns.length + clusters.length > 0
      if (hasChanged)
        actions.together(() => {
          for (const [id, at] of notes) actions.place(id, at)
          for (const [id, column] of columns) actions.setColumn(id, column)
          for (const { id, question } of clusters) if (question) actions.placeCluster(id, question, null)
        })
      wall?.layout.layAgain()
      toast(t(tidiedWords[order]), hasChanged ? { undo: () => undoManager.undo() } : {})
    },
    [t, store, actions, plan, undoManager],
  )
}

const isSame = (one: Spot | null, other: Spot | null): boolean => one?.x === other?.x && one?.y === other?.y
