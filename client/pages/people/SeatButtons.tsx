import type { PersonOnList } from '#shared/day/people.ts'
import type { EventPlan } from '#shared/template.ts'
import { classNames } from '../../ui/classNames.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { targetOf, type Target } from './useSeating.ts'

type SeatButtonsProps = {
  readonly plan: EventPlan
  readonly person: PersonOnList
  readonly onSeat: (to: Target) => void
}

/** One click moves a person: their place is the pressed one. */
export function SeatButtons({ plan, person, onSeat }: SeatButtonsProps) {
  const t = useTexts()
  const { name, role } = person
  const at = targetOf(person)
  const places: { readonly to: Target; readonly face: string; readonly label: string }[] = [
    ...plan.groups.map(({ id, title }) => ({
      to: id,
      face: id as string,
      label: t('people:seatIn', { name, group: `${id}, ${title}` }),
    })),
    role === 'moderator'
      ? { to: 'plenum', face: 'P', label: t('people:seatIn', { name, group: t('people:inPlenum') }) }
      : { to: null, face: '–', label: t('people:seatNone', { name }) },
  ]
  return (
    <div className="seat-buttons" role="group" aria-label={t('people:seatOf', { name })}>
      {places.map(({ to, face, label }) => (
        <button
          key={face}
          type="button"
          className={classNames(to === at && 'on')}
          aria-pressed={to === at}
          aria-label={label}
          title={label}
          onClick={() => to !== at && onSeat(to)}
        >
          {face}
        </button>
      ))}
    </div>
  )
}
