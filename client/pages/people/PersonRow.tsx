import type { PersonOnList } from '#shared/day/people.ts'
import { levelNames, type EventPlan } from '#shared/template.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { SeatButtons } from './SeatButtons.tsx'
import { targetOf, type Target } from './useSeating.ts'

type PersonRowProps = {
  readonly plan: EventPlan
  readonly person: PersonOnList
  readonly mayMove: boolean
  readonly isMe: boolean
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly onSeat: (to: Target) => void
  readonly onMerge: () => void
  readonly onRemove: () => void
}

export function PersonRow(props: PersonRowProps) {
  const { plan, person, mayMove, isMe, isChosen, onChoose, onSeat, onMerge, onRemove } = props
  const t = useTexts()
  const language = useLanguage()
  const { name, role, level } = person
  const hasSeat = role === 'member' || role === 'moderator'
  const at = targetOf(person)
  const facts = [
    ...(role === 'moderator' ? [t('people:roleModerator')] : []),
    ...(role === 'staff' ? [t('people:roleStaff')] : []),
    ...levelNames(plan, level ? [level] : [], language),
  ]
  return (
    <li className="person-row">
      {mayMove && role === 'member' ? (
        <label className="person-choose">
          <input
            type="checkbox"
            checked={isChosen}
            onChange={(event) => onChoose(event.target.checked)}
            aria-label={t('people:choose', { name })}
          />
        </label>
      ) : (
        <span />
      )}
      <span className="person-name">
        <span dir="auto">{name}</span>
        {facts.length > 0 && <span className="hint">{facts.join(', ')}</span>}
      </span>
      {hasSeat && mayMove && <SeatButtons plan={plan} person={person} onSeat={onSeat} />}
      {hasSeat && !mayMove && (
        <span className="person-seat num">{at === 'plenum' ? t('people:inPlenum') : (at ?? '–')}</span>
      )}
      {mayMove && !isMe && (
        <Menu
          label={t('people:more', { name })}
          variant="quiet"
          size="small"
          icon="ellipsis"
          iconOnly
          placement="bottom end"
          sections={[
            {
              id: 'person',
              title: name,
              items: [
                { id: 'merge', label: t('people:merge'), icon: 'merge', onAction: onMerge },
                { id: 'remove', label: t('people:remove'), icon: 'x', onAction: onRemove },
              ],
            },
          ]}
        />
      )}
    </li>
  )
}
