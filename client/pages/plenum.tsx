import { lazy } from 'react'
import { useSearchParams } from 'react-router'
import { useMe, usePlenum } from '../sync/records.ts'
import { useTexts } from '../ui/useTexts.ts'
import { Loading } from './Loading.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { PlenumDesk } from './plenum/PlenumDesk.tsx'
import { readView } from './plenum/plenumView.ts'
import { usePageTitle } from './usePageTitle.ts'

const VersionPage = lazy(async () => ({
  default: (await import('./plenum/closing/VersionPage.tsx')).VersionPage,
}))

/** /plenum?ergebnis=…|karte=…|gruppe=…|block=…|ansicht=schluss|fassung=1: what the groups handed over becomes decided results. */
export default function Plenum() {
  const t = useTexts()
  const me = useMe().data
  const { data: answer, failureReason } = usePlenum()
  const [search] = useSearchParams()
  const view = readView(search)
  usePageTitle(
    view.kind === 'version' ? t('plenum:versionTitle', { version: view.number }) : t('plenum:title'),
  )
  if (!me || !answer) return failureReason ? <NoAnswer /> : <Loading />
  if (view.kind === 'version') return <VersionPage number={view.number} plan={me.event} />
  return <PlenumDesk person={me.person} plan={me.event} answer={answer} view={view} />
}
