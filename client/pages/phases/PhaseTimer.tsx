import { useServerClock } from '../../sync/useServerClock.ts'
import { classNames } from '../../ui/classNames.ts'
import { useTexts } from '../../ui/useTexts.ts'

/** 12:40; hours only where there are some. */
export const timerText = (leftMs: number): string => {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const head = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes)
  return `${head}:${two(seconds % 60)}`
}

const shortMs = 2 * 60_000

/** What is left, by the server's clock. It informs: at zero nothing happens but a sentence. */
export function PhaseTimer({ endsAt, long = false }: { readonly endsAt: number; readonly long?: boolean }) {
  const t = useTexts()
  const left = endsAt - useServerClock(500)
  return (
    <span className={classNames('phase-timer', left <= shortMs && 'short')} role="timer">
      {left <= 0 ? (
        t(long ? 'phases:overLong' : 'phases:over')
      ) : (
        <>
          <span className="phase-timer-word">{t('phases:left')} </span>
          <strong>{timerText(left)}</strong>
        </>
      )}
    </span>
  )
}
