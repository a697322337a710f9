import type { BeamerScreen } from '#shared/day/beamerScreen.ts'
import { zoomFactor } from '#shared/day/beamerScreen.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { Loading } from '../Loading.tsx'
import type { Steered } from './usePages.ts'
import type { WallSource } from './useWallSource.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallGroups } from './WallGroups.tsx'
import { WallMessage } from './WallMessage.tsx'
import { WallQuestion } from './WallQuestion.tsx'
import { WallQuestions } from './WallQuestions.tsx'
import { WallResult } from './WallResult.tsx'
import { WallTimer } from './WallTimer.tsx'
import { WallToday } from './WallToday.tsx'
import { Welcome } from './Welcome.tsx'

/** A board is read by the same code as everywhere; who shows none need not fetch it. */
const WallGroup = fetchedApart(
  async () => (await import('./WallGroup.tsx')).WallGroup,
  () => <Loading />,
)

type WallShowProps = {
  readonly source: WallSource
  readonly screen: BeamerScreen
  readonly steered: Steered
}

/** One thing at a time. */
export function WallShow({ source, screen, steered }: WallShowProps) {
  const { plan, person, isOffline, isLoaded, groups, wordings, notes } = source
  const { show } = screen
  const zoom = zoomFactor(screen.zoom)
  switch (show.kind) {
    case 'welcome':
      return <Welcome plan={plan} isOffline={isOffline} />
    case 'today':
      return <WallToday plan={plan} isOffline={isOffline} />
    case 'groups':
      return <WallGroups plan={plan} zoom={zoom} steered={steered} isOffline={isOffline} />
    case 'group':
      return (
        <WallGroup
          plan={plan}
          person={person}
          show={show}
          zoom={zoom}
          steered={steered}
          isOffline={isOffline}
        />
      )
    case 'question':
      return <WallQuestion plan={plan} item={show.item} zoom={zoom} steered={steered} isOffline={isOffline} />
    case 'questions':
      return (
        <WallQuestions plan={plan} item={show.item} zoom={zoom} steered={steered} isOffline={isOffline} />
      )
    case 'timer':
      return <WallTimer plan={plan} stage={show.stage} isOffline={isOffline} />
    case 'message':
      return <WallMessage text={show.text} zoom={zoom} isOffline={isOffline} />
    case 'blank':
      return (
        <div className="wall wall-blank">
          <main />
          <WallFoot isOffline={isOffline} />
        </div>
      )
    case 'result': {
      if (!isLoaded && !isOffline) return <Loading />
      const item = groups.flatMap((group) => group.items).find(({ result }) => result.id === show.id)
      if (!item) return <Welcome plan={plan} isOffline={isOffline} />
      return (
        <WallResult
          key={item.result.id}
          plan={plan}
          item={item}
          wordings={wordings}
          notes={notes}
          zoom={zoom}
          steered={steered}
          isOffline={isOffline}
        />
      )
    }
  }
}
