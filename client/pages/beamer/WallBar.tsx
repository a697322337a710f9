import type { BeamerScreen } from '#shared/day/beamerScreen.ts'
import { FadingText } from '../plenum/result/FadingText.tsx'
import { plainBlocks } from './plainBlocks.ts'
import { StageClock } from './StageClock.tsx'

/** What lies under whatever is shown: a message, the clock of a stage. Docked, so that it covers nothing. */
export function WallBar({ timer, message }: Pick<BeamerScreen, 'timer' | 'message'>) {
  if (!timer && !message) return null
  return (
    <aside className="wall-bar">
      {/* Here before anything is said, so that it is said. */}
      <div className="wall-message" role="status" dir="auto">
        {message && <FadingText blocks={plainBlocks(message)} />}
      </div>
      {timer && <StageClock stage={timer} />}
    </aside>
  )
}
