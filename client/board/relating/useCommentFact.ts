import { useSyncExternalStore } from 'react'
import type { CommentFact } from '#shared/api.ts'
import { commentRef, type Comment } from '#shared/comments.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** Who wrote a comment; undefined until the server has said it. */
export const useCommentFact = ({ note, id }: Comment): CommentFact | undefined => {
  const { commentAuthors } = useBoardPlace()
  return useSyncExternalStore(commentAuthors.subscribe, () => commentAuthors.get().get(commentRef(note, id)))
}
