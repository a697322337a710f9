import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { WallSource } from '../beamer/useWallSource.ts'
import { useShowWords } from './useShowWords.ts'

type ShowButtonsProps = {
  readonly source: WallSource
  readonly show: BeamerShow
  readonly isOff: boolean
  readonly onShow: (show: BeamerShow) => void
  readonly onQueue: ((show: BeamerShow) => void) | null
}

/** Now, or later. */
export function ShowButtons({ source, show, isOff, onShow, onQueue }: ShowButtonsProps) {
  const t = useTexts()
  const what = useShowWords(source)(show)
  return (
    <span className="chooser-buttons">
      <Button aria-label={t('steer:showOf', { what })} aria-disabled={isOff} onClick={() => onShow(show)}>
        {t('steer:show')}
      </Button>
      {onQueue && (
        <Button
          variant="quiet"
          aria-label={t('steer:queueOf', { what })}
          aria-disabled={isOff}
          onClick={() => onQueue(show)}
        >
          {t('steer:queue')}
        </Button>
      )}
    </span>
  )
}
