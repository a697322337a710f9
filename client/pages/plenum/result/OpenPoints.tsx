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

/** One of the points, as they stood when one began to change it. */
type Edited = { readonly at: number; readonly among: readonly OpenPoint[] }

/** What this result leaves open, and for whom. */
export function OpenPoints({ item: { result }, isAdding, onEnd }: OpenPointsProps) {
  const t = useTexts()
  const command = useCommand()
  const [edited, setEdited] = useState<Edited | null>(null)
  const points = result.openPoints
  const put = (openPoints: readonly OpenPoint[], was = points) =>
    changeResult(result.id, { openPoints }, { openPoints: was })
  const remove = async (at: number) => {
    const rest = points.filter((_, other) => other !== at)
    if (await command.run(() => put(rest)))
      toast(t('plenum:pointRemoved'), { undo: () => void command.run(() => put(points, rest)) })
  }
  const close = () => {
    setEdited(null)
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
            onEdit={(at) => setEdited({ at, among: points })}
            onRemove={(at) => void remove(at)}
          />
        </section>
      )}
      <Refused error={command.error} />
      {(isAdding || edited) && (
        <PointDialog
          title={t(edited ? 'plenum:changePoint' : 'plenum:newPoint')}
          value={edited?.among[edited.at] ?? null}
          onSave={(point) =>
            edited ? put(edited.among.with(edited.at, point), edited.among) : put([...points, point])
          }
          onClose={close}
        />
      )}
    </>
  )
}
