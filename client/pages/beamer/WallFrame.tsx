import { useLayoutEffect, useRef } from 'react'
import type { BeamerScreen } from '#shared/day/beamerScreen.ts'
import { zoomFactor } from '#shared/day/beamerScreen.ts'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import type { Steered } from './usePages.ts'
import type { WallSource } from './useWallSource.ts'
import { WallBar } from './WallBar.tsx'
import { WallShow } from './WallShow.tsx'
import './Wall.css'
import './WallShows.css'

type WallFrameProps = {
  readonly source: WallSource
  readonly screen: BeamerScreen
  readonly steered: Steered
}

/** A whole screen: the show, in the size that was chosen, and what lies under it. */
export function WallFrame({ source, screen, steered }: WallFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    frame.current?.style.setProperty('--zoom', String(zoomFactor(screen.zoom)))
  }, [screen.zoom])
  return (
    <div ref={frame} className="wall-frame">
      {/* Whatever breaks in one show, the next one stands. */}
      <ErrorBoundary key={JSON.stringify(screen.show)}>
        <WallShow source={source} screen={screen} steered={steered} />
      </ErrorBoundary>
      <WallBar timer={screen.timer} message={screen.message} />
    </div>
  )
}
