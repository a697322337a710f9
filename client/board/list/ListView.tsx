import { useStore } from '../../sync/useStore.ts'
import { ChoosingSpace } from '../choosing/ChoosingSpace.tsx'
import { ListZone } from './ListZone.tsx'
import { MarkedSection } from '../MarkedSection.tsx'
import { ParkingSection } from '../ParkingSection.tsx'
import { TraySection } from '../TraySection.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import './ListView.css'

/** The whole board as a list: everything the wall can do, for phones, keyboards and screen readers. */
export function ListView() {
  const { store, group } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  if (!arrangement) return null
  return (
    <ChoosingSpace>
      {group.questions.map((question) => {
        const zone = arrangement.zones.find((one) => one.question === question.id)
        return zone && <ListZone key={question.id} question={question} zone={zone} />
      })}
      <MarkedSection marked={arrangement.marked} />
      <ParkingSection parked={arrangement.parked} />
      <TraySection trashed={arrangement.trashed} />
    </ChoosingSpace>
  )
}
