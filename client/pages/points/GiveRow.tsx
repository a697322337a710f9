import { memo, type KeyboardEvent } from 'react'
import { mostResistance, type VoteView } from '#shared/day/vote.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useVoteItems } from './useVoteItems.ts'

type GiveRowProps = {
  readonly vote: Pick<VoteView, 'id' | 'kind' | 'most' | 'budget'>
  readonly item: string
  /** Null: nothing. */
  readonly given: number | null
  readonly left: number
  readonly isWaiting: boolean
  readonly onGive: (points: number | null) => void
}

/** One card, and beneath it what one gives it. */
export const GiveRow = memo(
  function GiveRow({ vote, item, given, left, isWaiting, onGive }: GiveRowProps) {
    const t = useTexts()
    const { nameOf, wordsOf, gone, Card } = useVoteItems()
    const number = nameOf(item)
    const points = given ?? 0
    const canMore = points < vote.most && left > 0
    const give = (next: number) => {
      if (next >= 0 && (next < points || canMore)) onGive(next)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (vote.kind !== 'points' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '+') give(points + 1)
      else if (event.key === '-' || event.key === '−') give(points - 1)
      else return
      event.preventDefault()
    }
    const why =
      points >= vote.most
        ? t('points:mostReached', { most: vote.most })
        : left <= 0
          ? t('points:allSpent')
          : points > 0
            ? t('points:some', { count: points })
            : t('points:none')
    return (
      <div
        className="give-row"
        role="group"
        aria-label={t('points:forCard', { note: number })}
        data-item={item}
      >
        {wordsOf(item) === '' ? (
          <p className="none">
            {number}: {gone}
          </p>
        ) : (
          <Card item={item} onKeyDown={onKeyDown} />
        )}
        {vote.kind === 'points' ? (
          <div className="give">
            <span className="give-why">
              {isWaiting && <Icon name="hourglass" size={16} />}
              {isWaiting ? t('points:waits') : why}
            </span>
            <span className="stepper">
              <Button
                icon="minus"
                iconOnly
                label={t('points:less', { note: number })}
                aria-disabled={points === 0}
                onClick={() => give(points - 1)}
                onKeyDown={onKeyDown}
              />
              <output aria-label={t('points:yours')}>{points}</output>
              <Button
                icon="plus"
                iconOnly
                label={t('points:more', { note: number })}
                aria-disabled={!canMore}
                onClick={() => give(points + 1)}
                onKeyDown={onKeyDown}
              />
            </span>
          </div>
        ) : (
          <fieldset className="give-scale">
            <legend className="vh">{t('points:resistanceFor', { note: number })}</legend>
            {Array.from({ length: mostResistance + 1 }, (_, value) => (
              <label key={value}>
                <input
                  type="radio"
                  name={`${vote.id}-${item}`}
                  checked={given === value}
                  onChange={() => onGive(value)}
                />
                <span className="num">{value}</span>
              </label>
            ))}
            <Button variant="quiet" aria-disabled={given === null} onClick={() => onGive(null)}>
              {isWaiting ? t('points:waits') : t('points:noAnswer')}
            </Button>
          </fieldset>
        )}
      </div>
    )
  },
  (one, other) =>
    one.vote.id === other.vote.id &&
    one.item === other.item &&
    one.given === other.given &&
    one.left === other.left &&
    one.isWaiting === other.isWaiting,
)
