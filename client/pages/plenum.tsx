import { useSearchParams } from 'react-router'
import { useMe, usePlenum } from '../sync/records.ts'
import { Loading } from './Loading.tsx'
import { PlenumDesk } from './plenum/PlenumDesk.tsx'
import { readView } from './plenum/plenumView.ts'
import { VersionPage } from './plenum/VersionPage.tsx'
import { usePageTitle } from './usePageTitle.ts'
import { useTexts } from '../ui/useTexts.ts'

/** /plenum?ergebnis=…|karte=…|ansicht=schluss|fassung=1: what the groups handed over becomes decided results. */
export default function Plenum() {
  const t = useTexts()
  const me = useMe().data
  const answer = usePlenum().data
  const [search] = useSearchParams()
  const view = readView(search)
  usePageTitle(t('plenum:title'))
  if (!me || !answer) return <Loading />
  if (view.kind === 'version') return <VersionPage number={view.number} plan={me.event} />
  return <PlenumDesk person={me.person} plan={me.event} answer={answer} view={view} />
}
