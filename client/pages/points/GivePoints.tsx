import { useMemo } from 'react'
import { pointsOf } from '#shared/day/givePoints.ts'
import type { VoteView } from '#shared/day/vote.ts'
import type { PersonId } from '#shared/ids.ts'
import { shownBallot, type PointsOutbox } from '../../sync/pointsOutbox.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { GiveRow } from './GiveRow.tsx'
import { ownOrder } from './ownOrder.ts'
import { useVoteItems } from './useVoteItems.ts'
import './GivePoints.css'

type GivePointsProps = {
  readonly vote: VoteView
  readonly outbox: PointsOutbox
  readonly person: PersonId
  readonly onBoard: () => void
}

/** Giving points: every card with − and +, and what is left at the bottom. Nobody else's screen shows any of it. */
export function GivePoints({ vote, outbox, person, onBoard }: GivePointsProps) {
  const t = useTexts()
  const refusal = useRefusalText()
  const { nameOf, what } = useVoteItems()
  const state = useStore(outbox.state)
  const items = useMemo(() => ownOrder(vote.items, person), [vote.items, person])
  const ballot = shownBallot(vote.own, state?.waiting ?? {})
  const isPoints = vote.kind === 'points'
  const left = vote.budget - pointsOf(ballot)
  const waiting = Object.keys(state?.waiting ?? {}).length
  return (
    <div className="give-points">
      <div className="give-lead">
        <h2>{t(isPoints ? 'points:title' : 'points:resistanceTitle')}</h2>
        <p>
          {isPoints
            ? t('points:howMany', { budget: vote.budget, most: vote.most, what })
            : t('points:howMuch')}
        </p>
        <p className="muted">
          {t(isPoints ? 'points:secret' : 'points:secretResistance')}{' '}
          {isPoints && <span className="give-keys">{t('points:keys')}</span>}
        </p>
        <Button icon="arrow-left" onClick={onBoard}>
          {t(vote.stage === 'plenum' ? 'points:toPlenum' : 'points:toBoard')}
        </Button>
      </div>
      <ul className="give-cards">
        {items.map((item) => (
          <li key={item}>
            <GiveRow
              vote={vote}
              item={item}
              given={ballot[item] ?? null}
              left={left}
              isWaiting={state?.isOffline === true && Object.hasOwn(state.waiting, item)}
              onGive={(points) => outbox.set(item, points)}
            />
          </li>
        ))}
      </ul>
      <div className="points-left">
        {state?.refused && (
          <Message tone="bad" live>
            {t('points:refusedFor', { note: nameOf(state.refused.item), why: refusal(state.refused.error) })}
          </Message>
        )}
        {state?.isOffline && waiting > 0 && (
          <p className="points-wait">
            <Icon name="hourglass" size={18} />
            {t('points:waiting', { count: waiting })}
          </p>
        )}
        <div className="points-sum" role="status">
          <b className="num">
            {isPoints
              ? t('points:left', { count: Math.max(0, left), budget: vote.budget })
              : t('points:answered', { count: Object.keys(ballot).length, all: vote.items.length })}
          </b>
          {isPoints && (
            <span className="points-dots" aria-hidden="true">
              {Array.from({ length: Math.min(vote.budget, 10) }, (_, at) => (
                <i key={at} className={at < left ? 'on' : ''} />
              ))}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}
