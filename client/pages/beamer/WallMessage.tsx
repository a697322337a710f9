import { useTexts } from '../../ui/useTexts.ts'
import { FadingText } from '../plenum/result/FadingText.tsx'
import { plainBlocks } from './plainBlocks.ts'
import { WallFoot } from './WallFoot.tsx'
import { wallText } from './wallText.ts'

type WallMessageProps = { readonly text: string; readonly zoom: number; readonly isOffline: boolean }

/** A sentence of those who lead, as large as it can be. */
export function WallMessage({ text, zoom, isOffline }: WallMessageProps) {
  const t = useTexts()
  const blocks = plainBlocks(text)
  return (
    <div className="wall">
      <main>
        <h1 className="vh">{t('wall:messageTitle')}</h1>
        <div
          className="wall-text wall-said wall-announced"
          data-size={wallText(blocks, zoom).size}
          dir="auto"
        >
          <FadingText blocks={blocks} />
        </div>
      </main>
      <WallFoot isOffline={isOffline} />
    </div>
  )
}
