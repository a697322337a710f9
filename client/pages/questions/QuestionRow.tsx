import type { ReactNode } from 'react'
import type { QuestionView } from '#shared/day/questionsAnswer.ts'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type QuestionRowProps = {
  readonly question: QuestionView
  readonly onSupport: (question: QuestionView) => void
  readonly onTakeBack: (question: QuestionView) => void
  /** What moderators do with it. */
  readonly actions?: ReactNode
}

/** A question with its number, its asker if there is one, and how many ask it too. */
export function QuestionRow({ question, onSupport, onTakeBack, actions }: QuestionRowProps) {
  const t = useTexts()
  const { number, text, author, state, support, iSupport, isMine, hint, passedOn } = question
  const name = t('questions:number', { number })
  const isAlive = state === 'open' || state === 'running'
  const count = t('questions:supporters', { count: support })
  return (
    <li className="question" data-state={state}>
      <p className="question-head s muted num">
        <span>{name}</span>
        <span dir="auto">{author ?? t('questions:nameless')}</span>
        {isMine && <strong>{t('questions:mine')}</strong>}
        {passedOn.map(({ note }) => (
          <span key={note} className="nowrap">
            {t('questions:passed', { note })}
          </span>
        ))}
      </p>
      <p className="question-text" dir="auto">
        {text}
      </p>
      {hint && (
        <p className="s muted" dir="auto">
          {t('questions:hint', { hint })}
        </p>
      )}
      <div className="question-end">
        {isAlive && !isMine ? (
          <Button
            size="small"
            icon={iSupport ? 'check' : 'arrow-up'}
            aria-pressed={iSupport}
            aria-label={`${t('questions:supportOf', { question: name })}, ${count}`}
            onClick={() => onSupport(question)}
          >
            {t(iSupport ? 'questions:supported' : 'questions:support')}
          </Button>
        ) : null}
        {isMine && (state === 'open' || state === 'waiting') && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('questions:takeBackOf', { question: name })}
            onClick={() => onTakeBack(question)}
          >
            {t('questions:takeBack')}
          </Button>
        )}
        {state !== 'waiting' && state !== 'dropped' && <span className="num muted s">{count}</span>}
        {actions}
      </div>
    </li>
  )
}
