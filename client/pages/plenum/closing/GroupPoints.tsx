import { useState } from 'react'
import type { GroupId } from '#shared/ids.ts'
import type { OpenPoint, PlenumState } from '#shared/result.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { changeClosing } from '../plenumCommands.ts'
import { PointDialog } from '../PointDialog.tsx'
import { PointList } from '../PointList.tsx'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type Point = PlenumState['openPoints'][number]
/** A new one, or one of the points as they stood when one began to change it. */
type Editing = { readonly group: GroupId; readonly at: number | null; readonly among: readonly Point[] }

/** Open points that belong to a Leitfrage, but to none of its results. */
export function GroupPoints() {
  const t = useTexts()
  const { plan, answer, canEdit } = usePlenumPlace()
  const command = useCommand()
  const [editing, setEditing] = useState<Editing | null>(null)
  const points = answer.plenum.openPoints
  const put = (openPoints: readonly Point[], was = points) =>
    changeClosing({ openPoints }, { openPoints: was })
  const remove = async (point: Point) => {
    const rest = points.filter((one) => one !== point)
    if (await command.run(() => put(rest)))
      toast(t('plenum:pointRemoved'), { undo: () => void command.run(() => put(points, rest)) })
  }
  const known = editing?.at == null ? null : (editing.among[editing.at] ?? null)
  const save = ({ group, at, among }: Editing, point: OpenPoint) =>
    at === null ? put([...points, { ...point, group }]) : put(among.with(at, { ...point, group }), among)
  return (
    <section className="closing-part sheet" aria-labelledby="group-points">
      <h3 id="group-points">{t('plenum:groupPoints')}</h3>
      {points.length === 0 && <p className="muted">{t('plenum:noGroupPoints')}</p>}
      {plan.groups.map((group) => {
        const own = points.filter((point) => point.group === group.id)
        if (own.length === 0) return null
        return (
          <div key={group.id}>
            <h4>
              {group.id} <span lang={plan.language}>{group.title}</span>
            </h4>
            <PointList
              points={own}
              isBusy={command.isBusy}
              onEdit={(at) =>
                setEditing({ group: group.id, at: points.indexOf(own[at] as Point), among: points })
              }
              onRemove={(at) => void remove(own[at] as Point)}
            />
          </div>
        )
      })}
      {canEdit && (
        <Menu
          className="add-chip"
          size="small"
          icon="plus"
          label={t('plenum:addPoint')}
          items={plan.groups.map(({ id, title }) => ({
            id,
            label: `${id} ${title}`,
            onAction: () => setEditing({ group: id, at: null, among: points }),
          }))}
        />
      )}
      <Refused error={command.error} />
      {editing && (
        <PointDialog
          title={t(known ? 'plenum:changePoint' : 'plenum:newPoint')}
          value={known}
          onSave={(point) => save(editing, point)}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
