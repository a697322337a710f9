import { useEffect } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { ChoosingSpace } from '../choosing/ChoosingSpace.tsx'
import { ListZone } from './ListZone.tsx'
import { MarkedSection } from '../MarkedSection.tsx'
import { ParkingSection } from '../ParkingSection.tsx'
import { cardPoints, isListedByPoints, isShownByPoints } from '../points/cardPoints.ts'
import { zoneByPoints } from '../points/zoneByPoints.ts'
import { TraySection } from '../TraySection.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import './ListView.css'

/** The whole board as a list: everything the wall can do, for phones, keyboards and screen readers. */
export function ListView() {
  const t = useTexts()
  const { store, group, isDraft } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  const points = useStore(cardPoints)
  const isByPoints = useStore(isListedByPoints)
  // What is gone through card by card, such as hits, follows what is seen.
  useEffect(() => {
    isShownByPoints.set(isByPoints ?? false)
    return () => isShownByPoints.set(false)
  }, [isByPoints])
  if (!arrangement) return null
  return (
    <ChoosingSpace>
      {isByPoints && <p className="muted">{t('score:listedByPoints')}</p>}
      {group.questions.map((question) => {
        const zone = arrangement.zones.find((one) => one.question === question.id)
        const shown = zone && isByPoints && points ? zoneByPoints(zone, points) : zone
        return shown && <ListZone key={question.id} question={question} zone={shown} />
      })}
      {!isDraft && <MarkedSection marked={arrangement.marked} />}
      <ParkingSection parked={arrangement.parked} />
      <TraySection trashed={arrangement.trashed} />
    </ChoosingSpace>
  )
}
