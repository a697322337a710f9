import { useEffect, useRef, useState } from 'react'
import type { Comment } from '#shared/comments.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useCommentFact } from './useCommentFact.ts'

/** Says that somebody else has written meanwhile; nothing scrolls for it. */
export function CommentNews({ thread }: { readonly thread: readonly Comment[] }) {
  const [latest, setLatest] = useState<Comment | null>(null)
  const known = useRef(new Set(thread.map(({ id }) => id)))
  useEffect(() => {
    const fresh = thread.filter(({ id }) => !known.current.has(id))
    for (const { id } of fresh) known.current.add(id)
    const last = fresh.at(-1)
    if (last) setLatest(last)
  }, [thread])
  return (
    <p className="hint" role="status">
      {latest && <Said comment={latest} />}
    </p>
  )
}

function Said({ comment }: { readonly comment: Comment }) {
  const t = useTexts()
  const fact = useCommentFact(comment)
  if (!fact || fact.isMine) return null
  return t('relating:newComment', { name: fact.author || t('relating:someone') })
}
