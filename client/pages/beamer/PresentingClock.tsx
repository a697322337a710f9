import { useServerClock } from '../../sync/useServerClock.ts'
import { classNames } from '../../ui/classNames.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { timerText } from '../phases/PhaseTimer.tsx'
import { usePresenting } from '../plenum/presenting/usePresenting.ts'

const shortMs = 60_000

/** Small, in the foot of a wall: what the group that presents has left. */
export function PresentingClock() {
  const timer = usePresenting()?.timer
  return timer ? <Clock group={timer.group} endsAt={timer.endsAt} /> : null
}

function Clock({ group, endsAt }: { readonly group: string; readonly endsAt: number }) {
  const t = useTexts()
  const left = endsAt - useServerClock(500)
  return (
    <p className={classNames('presenting-clock num', left <= shortMs && 'short')}>
      <GroupBadge letter={group} /> <span className="vh">{t('presenting:presents', { group })}</span>
      {left > 0 ? (
        <>
          {t('presenting:left')} <strong role="timer">{timerText(left)}</strong>
        </>
      ) : (
        <span role="timer">{t('presenting:over')}</span>
      )}
    </p>
  )
}
