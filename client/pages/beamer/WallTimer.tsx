import type { Stage } from '#shared/day/phaseState.ts'
import { groupOf, type EventPlan } from '#shared/template.ts'
import { classNames } from '../../ui/classNames.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'
import { timerText } from '../phases/PhaseTimer.tsx'
import { useStageClock } from './StageClock.tsx'
import { WallFoot } from './WallFoot.tsx'

type WallTimerProps = { readonly plan: EventPlan; readonly stage: Stage; readonly isOffline: boolean }

/** How long a phase still runs, readable from the last row. It informs, it never counts into the red. */
export function WallTimer({ plan, stage, isOffline }: WallTimerProps) {
  const t = useTexts()
  const clock = useStageClock(stage)
  const group = stage === 'plenum' ? undefined : groupOf(plan, stage)
  return (
    <div className="wall">
      <header>
        <GroupBadge letter={group?.id ?? 'P'} />
        <p lang={plan.language}>{group?.title ?? t('wall:plenum')}</p>
      </header>
      <main className="wall-clock">
        {clock ? (
          <>
            <h1>{clock.name}</h1>
            <p className={classNames('wall-time num', clock.left <= 0 && 'over')} role="timer">
              {clock.left > 0 ? timerText(clock.left) : t('wall:over')}
            </p>
            <p className="wall-meta num">
              {t('wall:untilTime', { time: clockText(momentIn(plan.timezone, clock.endsAt).time) })}
            </p>
            <p className="wall-goal" lang={plan.language}>
              {clock.goal}
            </p>
          </>
        ) : (
          <h1>{t('wall:noPhase')}</h1>
        )}
      </main>
      <WallFoot isOffline={isOffline} />
    </div>
  )
}
