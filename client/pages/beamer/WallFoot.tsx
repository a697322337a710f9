import type { ReactNode } from 'react'
import { useJoinLinks } from '../../sync/records.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { startTextsOf } from '../../ui/i18n.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { codeText } from '../join/joinCode.ts'
import { joinHost } from './joinHost.ts'
import { WallTrouble } from './WallTrouble.tsx'

const PresentingClock = fetchedApart(async () => {
  const [{ PresentingClock }] = await Promise.all([
    import('./PresentingClock.tsx'),
    startTextsOf('presenting'),
  ])
  return PresentingClock
})

type WallFootProps = { readonly isOffline: boolean; readonly children?: ReactNode }

/** The same under every show: trouble, if there is some, and how one takes part. */
export function WallFoot({ isOffline, children }: WallFootProps) {
  const t = useTexts()
  const link = useJoinLinks().data?.find(({ role }) => role === 'member')
  return (
    <footer>
      {children}
      <PresentingClock />
      <div className="wall-end">
        <WallTrouble isOffline={isOffline} />
        {link && (
          <p className="num">
            {joinHost(link.url)}, {t('beamer:code')} <strong>{codeText(link.code)}</strong>
          </p>
        )}
      </div>
    </footer>
  )
}
