import { useRef } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { CommentItem } from './CommentItem.tsx'
import { CommentNews } from './CommentNews.tsx'
import { CommentWriter } from './CommentWriter.tsx'
import { ShownNote } from './ShownNote.tsx'
import { useNoteName } from './useNoteName.ts'
import { useThread } from './useThread.ts'
import './CommentsDialog.css'

type CommentsDialogProps = { readonly id: NoteId; readonly onClose: () => void }

/** What was said about a card: open first, settled folded below; the field stays in its place whatever comes. */
export function CommentsDialog({ id, onClose }: CommentsDialogProps) {
  const t = useTexts()
  const { mayWrite } = useBoardPlace()
  const nameOf = useNoteName()
  const thread = useThread(id)
  const list = useRef<HTMLDivElement>(null)
  const open = thread.filter(({ settledAt }) => settledAt === null)
  const settled = thread.filter(({ settledAt }) => settledAt !== null)
  // Its button goes away with the comment.
  const keepFocus = () => list.current?.focus({ preventScroll: true })
  const sent = () => setTimeout(() => list.current?.querySelector('ol > li:last-child')?.scrollIntoView())

  return (
    <Dialog
      isOpen
      className="comments-dialog"
      onClose={onClose}
      title={t('relating:commentsTitle', { note: nameOf(id) })}
    >
      <div
        ref={list}
        className="comments-thread"
        role="region"
        aria-label={t('relating:comments', { count: open.length })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls can be scrolled by keyboard.
        tabIndex={0}
      >
        <ShownNote id={id} />
        {thread.length === 0 && (
          <EmptyState title={t('relating:noComments')}>{mayWrite && t('relating:noCommentsHint')}</EmptyState>
        )}
        {thread.length > 0 && open.length === 0 && <p className="hint">{t('relating:noneOpen')}</p>}
        {open.length > 0 && (
          <ol>
            {open.map((comment) => (
              <CommentItem key={comment.id} comment={comment} onMoved={keepFocus} />
            ))}
          </ol>
        )}
        {settled.length > 0 && (
          <details className="comments-settled">
            <summary>{t('relating:settledComments', { count: settled.length })}</summary>
            <ol>
              {settled.map((comment) => (
                <CommentItem key={comment.id} comment={comment} onMoved={keepFocus} />
              ))}
            </ol>
          </details>
        )}
      </div>
      <div>
        <CommentNews thread={thread} />
        {mayWrite && <CommentWriter id={id} onSent={sent} />}
      </div>
    </Dialog>
  )
}
