import { createElement } from 'react'
import type { BoardPlace } from '../../board/useBoardPlace.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { useTexts } from '../../ui/useTexts.ts'

/** What the wall gets: the same board that the list reads from its context. */
export type BoardViewProps = BoardPlace

const Coming = () => createElement('p', { className: 'muted late' }, useTexts()('app:loading'))

/** The wall in a chunk of its own. */
export const BoardView = fetchedApart<BoardViewProps>(
  async () => (await import('../../board/wall/BoardView.tsx')).BoardView,
  () => createElement(Coming),
  async () => {},
)

/** Fetches the wall's code, and the font of its questions, while the board itself is on its way. */
export const prefetchBoardView = async (): Promise<void> => {
  // Cards are measured in the letters that they will be shown in.
  const fontsCame = ["1em 'Source Sans 3'", "1em 'Source Serif 4'"].map((font) => document.fonts.load(font))
  try {
    await Promise.all([BoardView.fetchNow(), Promise.allSettled(fontsCame)])
  } catch {
    // It asks again when it is needed.
  }
}
