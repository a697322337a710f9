import { useNavigate } from 'react-router'
import type { GroupId } from '#shared/ids.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { changeResult, dissolveResult, restoreResult } from '../plenumCommands.ts'
import { spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { useMove } from './useMove.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { viewPath } from '../plenumView.ts'

/** What is rarely done to a result: its place, its Leitfrage, taking it apart. */
export function ResultMenu({ item }: { readonly item: OutlineItem }) {
  const t = useTexts()
  const navigate = useNavigate()
  const { plan, command } = usePlenumPlace()
  const move = useMove(item)
  const { result } = item
  const name = spokenName(item)
  const dissolve = async () => {
    if (!(await command.run(() => dissolveResult(result.id)))) return
    void navigate('/plenum')
    toast(t('plenum:dissolved', { result: name }), {
      undo: () =>
        void command.run(async () => {
          await restoreResult(result.id)
          void navigate(viewPath({ kind: 'result', id: result.id }))
        }),
    })
  }
  const moveTo = (group: GroupId) => void command.run(() => changeResult(result.id, { group }))
  return (
    <Menu
      label={t('plenum:moreOf', { result: name })}
      variant="quiet"
      size="small"
      icon="ellipsis"
      iconOnly
      placement="bottom end"
      sections={[
        {
          id: 'order',
          items: [
            {
              id: 'up',
              label: t('plenum:moveUp'),
              icon: 'arrow-up',
              isDisabled: !move.canUp,
              onAction: () => move.by(-1),
            },
            {
              id: 'down',
              label: t('plenum:moveDown'),
              icon: 'arrow-down',
              isDisabled: !move.canDown,
              onAction: () => move.by(1),
            },
          ],
        },
        ...(plan.groups.length > 1
          ? [
              {
                id: 'group',
                title: t('plenum:belongsTo'),
                items: plan.groups.map(({ id, title }) => ({ id: `group-${id}`, label: `${id} ${title}` })),
                selection: {
                  mode: 'single' as const,
                  selected: [`group-${result.group}`],
                  onChange: ([next]: string[]) =>
                    next &&
                    next !== `group-${result.group}` &&
                    moveTo(next.slice('group-'.length) as GroupId),
                },
              },
            ]
          : []),
        {
          id: 'apart',
          items: [
            {
              id: 'dissolve',
              label: t(result.sources.length > 1 ? 'plenum:unmerge' : 'plenum:dissolve'),
              icon: 'split',
              hint: t('plenum:unmergeHint'),
              onAction: () => void dissolve(),
            },
          ],
        },
      ]}
    />
  )
}
