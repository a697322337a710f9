import { lazy, type ComponentType } from 'react'
import type { BoardPlace } from '../../board/useBoardPlace.ts'

/** What the wall gets: the same board that the list reads from its context. */
export type BoardViewProps = BoardPlace

type BoardModule = { readonly BoardView: ComponentType<BoardViewProps> }
const found = import.meta.glob<BoardModule>('../../board/wall/BoardView.tsx')
const load = Object.values(found)[0]

/** The wall in a chunk of its own; null until there is one. */
export const BoardView = load ? lazy(async () => ({ default: (await load()).BoardView })) : null
