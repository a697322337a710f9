import type { NoteId } from '#shared/ids.ts'
import { kindOf, labelOf, type EventPlan, type Group } from '#shared/template.ts'
import { useNote } from '../../board/useNote.ts'
import type { ReadBoard } from '../../board/useReadBoard.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { LevelTags } from '../../ui/LevelTags.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { withoutLinks } from '../groupScreen/withoutLinks.ts'
import { FadingText } from '../plenum/result/FadingText.tsx'
import { usePages, type Steered } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallPages } from './WallPages.tsx'
import { wallText } from './wallText.ts'

type WallNoteProps = {
  readonly plan: EventPlan
  readonly group: Group
  readonly board: ReadBoard
  readonly id: NoteId
  readonly points: number | null
  readonly zoom: number
  readonly steered: Steered
  readonly isOffline: boolean
}

/** One card of a group, as large as its text allows. */
export function WallNote({ plan, group, board, id, points, zoom, steered, isOffline }: WallNoteProps) {
  const t = useTexts()
  const language = useLanguage()
  const note = useNote(board.store, id)
  const isThere = note !== null && note.trashedAt === null && !note.isEmpty
  const { size, pages } = wallText(isThere ? withoutLinks(note.blocks) : [], zoom)
  const paging = usePages(pages.length, steered)
  const kind = kindOf(plan, note?.kind ?? '')
  return (
    <div className="wall">
      <header>
        <GroupBadge letter={group.id} />
        <p lang={plan.language}>{group.title}</p>
        {isThere && (
          <p className="wall-kind" data-paper={kind.paper}>
            <KindIcon kind={kind} />
            {labelOf(kind, language)}
          </p>
        )}
      </header>
      <main>
        <h1 className="num">{board.numberOf(id) ?? t('app:numberPending')}</h1>
        <div className="wall-text wall-said" data-size={size} lang={plan.language}>
          {isThere ? (
            <FadingText key={paging.page} blocks={pages[paging.page] ?? []} />
          ) : (
            <p className="muted">{t('wall:noteGone')}</p>
          )}
        </div>
        {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
        {isThere && (
          <p className="wall-meta num">
            <LevelTags plan={plan} levels={note.levels} className="levels" />{' '}
            {points !== null && t('beamer:points', { count: points })}
          </p>
        )}
      </main>
      <WallFoot isOffline={isOffline} />
    </div>
  )
}
