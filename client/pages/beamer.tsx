import { useMemo } from 'react'
import { useBeamer, useMe, usePlenum } from '../sync/records.ts'
import { useTexts } from '../ui/useTexts.ts'
import { Welcome } from './beamer/Welcome.tsx'
import { WallResult } from './beamer/WallResult.tsx'
import { Loading } from './Loading.tsx'
import { useOutline } from './plenum/outline/useOutline.ts'
import { usePlenumDocuments } from './plenum/usePlenumDocuments.ts'
import { usePageTitle } from './usePageTitle.ts'
import type { MeAnswer, PlenumAnswer } from '#shared/api.ts'
import './beamer/Wall.css'

/** /beamer: what the room sees. It needs no mouse; who leads the Plenum chooses what is shown. */
export default function Beamer() {
  const t = useTexts()
  const me = useMe().data
  const answer = usePlenum().data
  usePageTitle(t('beamer:title'))
  return me && answer ? <Wall me={me} answer={answer} /> : <Loading />
}

type WallProps = { readonly me: MeAnswer; readonly answer: PlenumAnswer }

function Wall({ me, answer }: WallProps) {
  // The wall never writes, whoever opens it.
  const person = useMemo(() => ({ ...me.person, role: 'beamer' as const }), [me.person])
  const { plenum, isLoaded, wordings, notes } = usePlenumDocuments(person, me.event)
  const show = useBeamer().data?.show
  const groups = useOutline(me.event, answer, wordings, notes)
  const isOffline = plenum.status === 'offline'
  if (!show || (show.kind === 'result' && !isLoaded && !isOffline)) return <Loading />
  const item =
    show.kind === 'result'
      ? groups.flatMap((group) => group.items).find(({ result }) => result.id === show.id)
      : undefined
  if (!item) return <Welcome plan={me.event} isOffline={isOffline} />
  return (
    <WallResult
      key={item.result.id}
      plan={me.event}
      item={item}
      wordings={wordings}
      notes={notes}
      isOffline={isOffline}
    />
  )
}
