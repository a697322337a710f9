import { useEffect, useRef, useState } from 'react'
import { clockMark } from '#shared/plenum/following.ts'
import type { Presenting } from '#shared/plenum/presenting.ts'
import { useServerClock } from '../../../sync/useServerClock.ts'
import { classNames } from '../../../ui/classNames.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { timerText } from '../../phases/PhaseTimer.tsx'

const shortMs = 60_000

/** What a group has left. It informs; said at one minute and at its end. */
export function PresentingTimer({ timer }: { readonly timer: NonNullable<Presenting['timer']> }) {
  const t = useTexts()
  const left = timer.endsAt - useServerClock(500)
  const [said, setSaid] = useState('')
  const last = useRef({ group: timer.group, left })
  useEffect(() => {
    const before = last.current
    last.current = { group: timer.group, left }
    const mark = before.group === timer.group ? clockMark(before.left, left) : null
    if (mark)
      setSaid(t(mark === 'one' ? 'presenting:saidOne' : 'presenting:saidOver', { group: timer.group }))
  }, [timer.group, left, t])
  return (
    <>
      <span className={classNames('led-timer num', left <= shortMs && 'short')} role="timer">
        {left <= 0 ? (
          t('presenting:over')
        ) : (
          <>
            {t('presenting:left')} <strong>{timerText(left)}</strong>
          </>
        )}
      </span>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  )
}
