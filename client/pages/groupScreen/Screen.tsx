import { useState } from 'react'
import type { PersonId } from '#shared/ids.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useReadBoard } from '../../board/useReadBoard.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { WallTrouble } from '../beamer/WallTrouble.tsx'
import { Loading } from '../Loading.tsx'
import { usePageTitle } from '../usePageTitle.ts'
import { ScreenColumns } from './ScreenColumns.tsx'
import { ScreenFoot } from './ScreenFoot.tsx'
import { ScreenSections } from './ScreenSections.tsx'
import { screenViews } from './screenViews.ts'
import { useScreenPlace, type Measured } from './useScreenPlace.ts'
import '../beamer/Wall.css'
import './Screen.css'

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
  const count = view.sections.reduce((sum, { notes }) => sum + notes.length, 0)
  const title = view.kind === 'question' ? view.text : t(`readout:${view.kind}`)
  return (
    <div className="wall screen">
      <header>
        <GroupBadge letter={group.id} />
        <p lang={plan.language}>{group.title}</p>
        <p className="screen-count num">{t('group:notes', { count })}</p>
      </header>
      <main>
        <h1 lang={plan.language}>
          {view.kind === 'question' && <span className="num">{view.id}</span>}
          <span className="serif" dir="auto">
            {title}
          </span>
        </h1>
        {count === 0 ? (
          <p className="screen-empty">
            {view.kind === 'plenum' ? t('readout:emptyPlenum') : t('readout:empty', { question: view.id })}
          </p>
        ) : (
          <ScreenColumns key={view.id} id={view.id} page={page} onMeasured={setMeasured}>
            <ScreenSections board={board} plan={plan} view={view} />
          </ScreenColumns>
        )}
      </main>
      <ScreenFoot
        views={views}
        view={view}
        page={page}
        pages={pages}
        onShow={show}
        onTurn={turn}
        trouble={<WallTrouble isOffline={isOffline} />}
      />
    </div>
  )
}
