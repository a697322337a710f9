import { useSearchParams } from 'react-router'
import { useBeamer } from '../sync/records.ts'
import { useTexts } from '../ui/useTexts.ts'
import { ScreenSwitch } from './beamer/ScreenSwitch.tsx'
import { useWallAnswers, useWallSource, type WallAnswers } from './beamer/useWallSource.ts'
import { WallFrame } from './beamer/WallFrame.tsx'
import { Loading } from './Loading.tsx'
import { usePageTitle } from './usePageTitle.ts'

/** /beamer?leinwand=2: what the room sees. It needs no mouse; others choose what is shown. */
export default function Beamer() {
  const t = useTexts()
  const answers = useWallAnswers()
  usePageTitle(t('beamer:title'))
  return answers ? <Wall answers={answers} /> : <Loading />
}

function Wall({ answers }: { readonly answers: WallAnswers }) {
  const source = useWallSource(answers)
  const [search] = useSearchParams()
  const number = search.get('leinwand') === '2' ? 2 : 1
  const screen = useBeamer(number).data
  if (!screen) return <Loading />
  return (
    <>
      <WallFrame source={source} screen={screen} steered={{ page: screen.page, isPreview: false }} />
      <ScreenSwitch screen={number} />
    </>
  )
}
