import { useLayoutEffect, useRef } from 'react'
import type { BeamerAnswer } from '#shared/api.ts'
import type { ScreenNumber } from '#shared/day/beamerScreen.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { WallSource } from '../beamer/useWallSource.ts'
import { WallFrame } from '../beamer/WallFrame.tsx'
import { useQuestions } from '../questions/questionCommands.ts'
import { ScreenLink } from './ScreenLink.tsx'
import { textShown, useShowWords } from './useShowWords.ts'

type ScreenPreviewProps = {
  readonly number: ScreenNumber
  readonly screen: BeamerAnswer
  readonly source: WallSource
  readonly onPages: (pages: number) => void
}

/** A screen as it is now: small, and in words. */
export function ScreenPreview({ number, screen, source, onPages }: ScreenPreviewProps) {
  const t = useTexts()
  const words = useShowWords(source)
  const questions = useQuestions()
  const text = textShown(screen.show, source.plan, questions)
  const [next, ...later] = screen.queue
  const frame = useFittedWall()
  return (
    <section className="preview" aria-labelledby={`screen-${number}`}>
      <div className="preview-head">
        <h2 id={`screen-${number}`}>{t('steer:screen', { screen: number })}</h2>
        <ScreenLink screen={number} />
        <ButtonLink
          variant="quiet"
          size="small"
          icon="monitor"
          href={`/beamer?leinwand=${number}`}
          target="_blank"
          aria-label={t('steer:open', { screen: number })}
        >
          {t('steer:open', { screen: number })}
        </ButtonLink>
      </div>
      <div ref={frame} className="preview-frame" aria-hidden="true" inert>
        <div className="preview-wall">
          <WallFrame
            source={source}
            screen={screen}
            steered={{ page: screen.page, isPreview: true, onPages }}
          />
        </div>
      </div>
      <div className="preview-words">
        <p className="muted s">{t('steer:shows')}</p>
        <div role="status">
          <strong dir="auto">{words(screen.show)}</strong>
          {text && (
            <span className="preview-text" dir="auto">
              {text}
            </span>
          )}
        </div>
        <p className="muted s">{t('steer:next')}</p>
        <p dir="auto">
          {next ? words(next) : t('steer:nothingNext')}
          {later.length > 0 && ` ${t('steer:moreNext', { count: later.length })}`}
        </p>
      </div>
    </section>
  )
}

const wallWidth = 1920

/** The wall is laid out at its real size, and made as small as there is room. */
const useFittedWall = () => {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const fit = () => element.style.setProperty('--scale', String(element.clientWidth / wallWidth))
    fit()
    const resized = new ResizeObserver(fit)
    resized.observe(element)
    return () => resized.disconnect()
  }, [])
  return frame
}
