import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import type { ReadStore, ValueStore } from '../../sync/valueStore.ts'
import type { BoardLayoutStore } from './boardLayoutStore.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import type { Box } from './boxes.ts'
import type { Moving } from './useMoveMode.ts'

/** What the parts of the wall share. Keys name clusters and notes alike. */
export type Wall = {
  readonly layout: BoardLayoutStore
  readonly metrics: BoardMetrics
  /** The one tab stop. */
  readonly current: ReadStore<string | null>
  /** Whether the focus is on the wall, or in something that one of its cards has opened. */
  readonly hasFocus: ReadStore<boolean>
  /** Makes it the tab stop, brings it into view (unless told not to) and gives it the focus. */
  readonly focusOn: (key: string, options?: { readonly pan?: boolean }) => void
  /** Elements that take the focus; they come and go as the window moves. */
  readonly register: (key: string, element: HTMLElement) => () => void
  /** What keys carry now. */
  readonly moving: ValueStore<Moving | null>
  readonly showBox: (box: Box) => void
  /** Whether the view is on its way to what was asked for here. */
  readonly isGliding: () => boolean
  /** Brings it into view; false when nothing had to move. */
  readonly show: (key: string) => boolean
  /** These together in the middle, as large as they fit; the whole wall when there are none. */
  readonly showLarge: (keys: readonly string[]) => void
  /** In view with its tools, and large enough to write. */
  readonly showForWriting: (id: NoteId) => boolean
  readonly edit: (id: NoteId, at?: { readonly left: number; readonly top: number }) => void
  /** A new note, caret inside. */
  readonly write: (where: {
    readonly question: QuestionId | null
    readonly cluster?: ClusterId | null
    readonly at?: Spot | null
  }) => void
}

export const WallContext = createContext<Wall | null>(null)

export const useWall = (): Wall => {
  const wall = useContext(WallContext)
  if (!wall) throw new Error('useWall needs a WallContext around it')
  return wall
}

/** The element of a tab stop, and whether it is the current one, and whether the ring is around it. */
export const useStop = (key: string) => {
  const { current, hasFocus, register } = useWall()
  const isCurrent = useSyncExternalStore(current.subscribe, () => current.get() === key)
  const isSelected = useSyncExternalStore(hasFocus.subscribe, () => hasFocus.get()) && isCurrent
  const ref = useCallback(
    (element: HTMLElement | null) => (element ? register(key, element) : undefined),
    [register, key],
  )
  return { isCurrent, isSelected, ref }
}
