import { useSyncExternalStore } from 'react'
import type { Comment } from '#shared/comments.ts'
import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

const none: readonly Comment[] = []

/** What was said about one note; the same until something is said about it. */
export const useThread = (id: NoteId): readonly Comment[] => {
  const { comments } = useBoardPlace().store
  return useSyncExternalStore(comments.subscribe, () => comments.get().get(id) ?? none)
}
