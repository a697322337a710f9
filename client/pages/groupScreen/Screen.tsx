import { useState } from 'react'
import type { PersonId } from '#shared/ids.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useReadBoard } from '../../board/useReadBoard.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { WallTrouble } from '../beamer/WallTrouble.tsx'
import { Loading } from '../Loading.tsx'
import { usePageTitle } from '../usePageTitle.ts'
import { ScreenFoot } from './ScreenFoot.tsx'
import { ScreenView } from './ScreenView.tsx'
import { screenViews } from './screenViews.ts'
import { useScreenPlace, type Measured } from './useScreenPlace.ts'

type ScreenProps = { readonly plan: EventPlan; readonly group: Group; readonly person: PersonId }

/** One question at a time, large and calm. It only shows; what is written meanwhile appears in its place. */
export function Screen({ plan, group, person }: ScreenProps) {
  const t = useTexts()
  const { board, isOffline } = useReadBoard(plan, group, person)
  usePageTitle(t('readout:screenTitle', { group: group.id }))
  const views = board ? screenViews(board.arrangement, group.questions) : []
  const [measured, setMeasured] = useState<Measured>({ id: '', pages: 1 })
  const { view, page, pages, show, turn } = useScreenPlace(views, measured)
  if (!board || !view) return <Loading />
  return (
    <ScreenView
      plan={plan}
      group={group}
      board={board}
      view={view}
      page={page}
      onMeasured={setMeasured}
      foot={
        <ScreenFoot
          views={views}
          view={view}
          page={page}
          pages={pages}
          onShow={show}
          onTurn={turn}
          trouble={<WallTrouble isOffline={isOffline} />}
        />
      }
    />
  )
}
