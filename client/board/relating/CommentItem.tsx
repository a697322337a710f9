import type { Comment } from '#shared/comments.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/classNames.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace, useIsUnsaved } from '../useBoardPlace.ts'
import { madeHere } from './madeHere.ts'
import { useCommentFact } from './useCommentFact.ts'

type CommentItemProps = { readonly comment: Comment; readonly onMoved: () => void }

const longestName = 60

/** One remark: who, when, what. Before the server has it, it is one's own. */
export function CommentItem({ comment, onMoved }: CommentItemProps) {
  const t = useTexts()
  const language = useLanguage()
  const { actions, plan, mayWrite } = useBoardPlace()
  const fact = useCommentFact(comment)
  const isUnsaved = useIsUnsaved(comment.note) && !fact
  const { id, note, text, settledAt } = comment
  const isOwn = fact?.isMine ?? (isUnsaved || madeHere.has(id))
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: plan.timezone,
  }).format(comment.createdAt)
  const begin = text.length > longestName ? `${text.slice(0, longestName).toWellFormed()} …` : text
  const turn = () => {
    onMoved()
    if (settledAt === null) actions.settle(note, id)
    else actions.reopen(note, id)
  }
  return (
    <li className={classNames('comment', isOwn && 'own')}>
      <p className="comment-head">
        <strong dir="auto">
          {isOwn ? t('relating:yourComment') : fact ? fact.author || t('relating:someone') : ''}
        </strong>
        <span className="muted num">{t('group:createdTime', { time })}</span>
        {isUnsaved && <span className="muted">{t('app:notSaved')}</span>}
      </p>
      <p className="comment-text" dir="auto">
        {text}
      </p>
      {mayWrite && (
        <Button
          variant="quiet"
          size="small"
          icon={settledAt === null ? 'check' : 'undo-2'}
          aria-label={t(settledAt === null ? 'relating:settleOf' : 'relating:reopenOf', { text: begin })}
          onClick={turn}
        >
          {t(settledAt === null ? 'relating:settle' : 'relating:reopen')}
        </Button>
      )}
    </li>
  )
}
