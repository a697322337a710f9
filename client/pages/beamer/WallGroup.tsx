import { useEffect, useState } from 'react'
import type { Person } from '#shared/api.ts'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import { groupOf, type EventPlan, type Group } from '#shared/template.ts'
import { useReadBoard } from '../../board/useReadBoard.ts'
import { ScreenView } from '../groupScreen/ScreenView.tsx'
import { screenViews } from '../groupScreen/screenViews.ts'
import type { Measured } from '../groupScreen/useScreenPlace.ts'
import { Loading } from '../Loading.tsx'
import { useClosedPoints } from './useClosedPoints.ts'
import { usePages, type Steered } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallNote } from './WallNote.tsx'
import { WallPages } from './WallPages.tsx'

type Shown = Extract<BeamerShow, { kind: 'group' }>
type WallGroupProps = {
  readonly plan: EventPlan
  readonly person: Person
  readonly show: Shown
  readonly zoom: number
  readonly steered: Steered
  readonly isOffline: boolean
}

/** A group's board read out: one question of it, or one of its cards. */
export function WallGroup(props: WallGroupProps) {
  const group = groupOf(props.plan, props.show.group)
  return group ? <Board key={group.id} {...props} group={group} /> : <Loading />
}

function Board({
  plan,
  person,
  show,
  zoom,
  steered,
  isOffline,
  group,
}: WallGroupProps & { readonly group: Group }) {
  const { board } = useReadBoard(plan, group, person.id)
  const pointsOf = useClosedPoints(group.id)
  const [measured, setMeasured] = useState<Measured>({ id: '', pages: 1 })
  const views = board ? screenViews(board.arrangement, group.questions) : []
  // The Themenspeicher has no view while nothing is in it.
  const view = views.find(({ id }) => id === show.view) ?? views[0]
  const pages = view && measured.id === view.id && !show.note ? measured.pages : 1
  const paging = usePages(pages, show.note ? { ...steered, onPages: undefined } : steered)
  // Another size means other pages.
  useEffect(() => setMeasured({ id: '', pages: 1 }), [zoom])
  if (!board || !view) return <Loading />
  if (show.note)
    return (
      <WallNote
        key={show.note}
        plan={plan}
        group={group}
        board={board}
        id={show.note}
        points={pointsOf(show.note)}
        zoom={zoom}
        steered={steered}
        isOffline={isOffline}
      />
    )
  return (
    <ScreenView
      plan={plan}
      group={group}
      board={board}
      view={view}
      page={paging.page}
      size={zoom}
      pointsOf={pointsOf}
      onMeasured={setMeasured}
      foot={<WallFoot isOffline={isOffline}>{pages > 1 && <WallPages {...paging} pages={pages} />}</WallFoot>}
    />
  )
}
