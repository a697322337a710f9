import type { BeamerScreen } from '#shared/day/beamerScreen.ts'
import { zoomFactor } from '#shared/day/beamerScreen.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { useConsents } from '../../sync/consents.ts'
import { withTexts } from '../../ui/withTexts.ts'
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
const WallPoints = fetchedApart(
  async () => (await import('./WallPoints.tsx')).WallPoints,
  () => <Loading />,
)

const WallConsent = fetchedApart(
  withTexts('consent', async () => (await import('./WallConsent.tsx')).WallConsent),
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
  // Whatever is decided stands on every screen that shows it.
  const asked = useConsents({ looks: true })?.open
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
    case 'points':
      return (
        <WallPoints
          key={show.stage}
          source={source}
          stage={show.stage}
          zoom={zoom}
          steered={steered}
          isOffline={isOffline}
        />
      )
    case 'consent':
      return <WallConsent key={show.id} source={source} id={show.id} zoom={zoom} steered={steered} />
    case 'message':
      return <WallMessage text={show.text} zoom={zoom} isOffline={isOffline} />
    case 'blank':
      return (
        <div className="wall wall-blank">
          <main>
            <h1 className="vh">{plan.title}</h1>
          </main>
          <WallFoot isOffline={isOffline} />
        </div>
      )
    case 'result': {
      if (asked?.results.some(({ id }) => id === show.id))
        return <WallConsent key={asked.id} source={source} id={asked.id} zoom={zoom} steered={steered} />
      if (!isLoaded && !isOffline) return <Loading />
      const item = groups.flatMap((group) => group.items).find(({ result }) => result.id === show.id)
      if (!item) return <Welcome plan={plan} isOffline={isOffline} />
      return (
        <WallResult
          key={item.result.id}
          show={show}
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
