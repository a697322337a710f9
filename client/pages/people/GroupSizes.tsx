import type { PeopleAnswer } from '#shared/day/people.ts'
import type { EventPlan } from '#shared/template.ts'
import { classNames } from '../../ui/classNames.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type GroupSizesProps = {
  readonly plan: EventPlan
  readonly people: PeopleAnswer
  /** The group that alone is shown, `-` for none, null for all. */
  readonly shown: string | null
  readonly onShow: (shown: string | null) => void
}

/** Shown by whoever has no group. */
export const unseated = '-'

/** How full each group is; a click shows only its people. */
export function GroupSizes({ plan, people, shown, onShow }: GroupSizesProps) {
  const t = useTexts()
  const loose = people.people.filter(({ role, seat }) => role === 'member' && seat === null).length
  const tile = (id: string, badge: string, title: string, size: string, kept = 0) => (
    <li key={id}>
      <button
        type="button"
        className={classNames('sheet size-tile', shown === id && 'on')}
        aria-pressed={shown === id}
        onClick={() => onShow(shown === id ? null : id)}
      >
        <GroupBadge letter={badge} />
        <span>
          <strong className="num">{size}</strong>
          <span className="hint" lang={plan.language}>
            {title}
          </span>
          {kept > 0 && <span className="hint num">{t('people:groupKept', { count: kept })}</span>}
        </span>
      </button>
    </li>
  )
  return (
    <ul className="sizes" aria-label={t('people:sizes')}>
      {plan.groups.map(({ id, title, capacity }) => {
        const { here = 0, kept = 0 } = people.groups.find((group) => group.id === id) ?? {}
        const isFull = capacity !== null && here + kept >= capacity
        const size = t(
          capacity === null ? 'people:groupSize' : isFull ? 'people:groupSizeFull' : 'people:groupSizeOf',
          { here, capacity },
        )
        return tile(id, id, title, size, kept)
      })}
      {tile(unseated, '–', t('people:noGroup'), t('people:groupSize', { here: loose }))}
    </ul>
  )
}
