import { useServerClock } from '../../../sync/useServerClock.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { timerText } from '../../phases/PhaseTimer.tsx'

/** What is left, by the server's clock. At zero nothing happens: the moderators close. */
export function ConsentClock({ endsAt }: { readonly endsAt: number }) {
  const t = useTexts()
  const left = endsAt - useServerClock(500)
  return (
    <span className="consent-clock num" role="timer">
      {left > 0 ? (
        <>
          <span className="word">{t('consent:left')} </span>
          <strong>{timerText(left)}</strong>
        </>
      ) : (
        t('consent:stillOpen')
      )}
    </span>
  )
}
