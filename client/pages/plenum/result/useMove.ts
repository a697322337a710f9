import { spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { moveResult } from '../plenumCommands.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** The order among results of the same Leitfrage and kind. */
export const useMove = (item: OutlineItem) => {
  const { items, command } = usePlenumPlace()
  const row = items.filter(
    ({ result }) => result.group === item.result.group && result.kind === item.result.kind,
  )
  const at = row.findIndex(({ result }) => result.id === item.result.id)
  return {
    canUp: at > 0,
    canDown: at < row.length - 1,
    name: spokenName(item),
    by: (step: -1 | 1) => {
      const to = at + step
      if (to < 0 || to >= row.length || command.isBusy) return
      const before = step < 0 ? row[to] : row[to + 1]
      void command.run(() => moveResult(item.result.id, before?.result.id ?? null))
    },
  }
}
