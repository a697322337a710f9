import { useState } from 'react'
import type { OpenPoint } from '#shared/result.ts'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { changeResult } from '../plenumCommands.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { PointDialog } from '../PointDialog.tsx'
import { PointList } from '../PointList.tsx'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'

type OpenPointsProps = { readonly item: OutlineItem; readonly isAdding: boolean; readonly onEnd: () => void }

/** What this result leaves open, and for whom. */
export function OpenPoints({ item: { result }, isAdding, onEnd }: OpenPointsProps) {
  const t = useTexts()
  const command = useCommand()
  const [editing, setEditing] = useState<number | null>(null)
  const points = result.openPoints
  const put = (openPoints: readonly OpenPoint[]) => changeResult(result.id, { openPoints })
  const remove = async (at: number) => {
    if (await command.run(() => put(points.filter((_, other) => other !== at))))
      toast(t('plenum:pointRemoved'), { undo: () => void command.run(() => put(points)) })
  }
  const close = () => {
    setEditing(null)
    onEnd()
  }
  return (
    <>
      {points.length > 0 && (
        <section className="result-part ruled" aria-labelledby="points-title">
          <h3 id="points-title">{t('plenum:openPoints', { count: points.length })}</h3>
          <PointList
            points={points}
            isBusy={command.isBusy}
            onEdit={setEditing}
            onRemove={(at) => void remove(at)}
          />
        </section>
      )}
      <Refused error={command.error} />
      {(isAdding || editing !== null) && (
        <PointDialog
          title={t(editing === null ? 'plenum:newPoint' : 'plenum:changePoint')}
          value={editing === null ? null : (points[editing] ?? null)}
          onSave={(point) =>
            put(
              editing === null ? [...points, point] : points.map((one, at) => (at === editing ? point : one)),
            )
          }
          onClose={close}
        />
      )}
    </>
  )
}
