import type { ReactNode } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import type { ReadBoard } from '../../board/useReadBoard.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { ScreenColumns } from './ScreenColumns.tsx'
import { ScreenSections } from './ScreenSections.tsx'
import type { ScreenView as View } from './screenViews.ts'
import type { Measured } from './useScreenPlace.ts'
import '../beamer/Wall.css'
import './Screen.css'

type ScreenViewProps = {
  readonly plan: EventPlan
  readonly group: Group
  readonly board: ReadBoard
  readonly view: View
  readonly page: number
  /** Another one means another size, and other pages. */
  readonly size?: number | undefined
  /** Totals of a vote that is closed. */
  readonly pointsOf?: ((note: NoteId) => number | null) | undefined
  readonly onMeasured: (measured: Measured) => void
  readonly foot: ReactNode
}

/** One view of a group's board, large: its question, and the cards in columns, page by page. */
export function ScreenView({
  plan,
  group,
  board,
  view,
  page,
  size,
  pointsOf,
  onMeasured,
  foot,
}: ScreenViewProps) {
  const t = useTexts()
  const count = view.sections.reduce((sum, { notes }) => sum + notes.length, 0)
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
            {view.kind === 'question' ? view.text : t(`readout:${view.kind}`)}
          </span>
        </h1>
        {count === 0 ? (
          <p className="screen-empty">
            {view.kind === 'plenum' ? t('readout:emptyPlenum') : t('readout:empty', { question: view.id })}
          </p>
        ) : (
          <ScreenColumns key={`${view.id} ${size ?? ''}`} id={view.id} page={page} onMeasured={onMeasured}>
            <ScreenSections board={board} plan={plan} view={view} pointsOf={pointsOf} />
          </ScreenColumns>
        )}
      </main>
      {foot}
    </div>
  )
}
