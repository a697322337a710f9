import { createElement } from 'react'
import type { BoardPlace } from '../../board/useBoardPlace.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { useTexts } from '../../ui/useTexts.ts'

/** What the wall gets: the same board that the list reads from its context. */
export type BoardViewProps = BoardPlace

const load = () => import('../../board/wall/BoardView.tsx')

const Coming = () => createElement('p', { className: 'muted late' }, useTexts()('app:loading'))

/** The wall in a chunk of its own. */
export const BoardView = fetchedApart<BoardViewProps>(
  async () => (await load()).BoardView,
  () => createElement(Coming),
)

/** Fetches the wall's code, and the font of its questions, while the board itself is on its way. */
export const prefetchBoardView = (): void => {
  void load().catch(() => {})
  void document.fonts.load("1em 'Source Serif 4'").catch(() => {})
}
