import { useState } from 'react'
import type { Person } from '#shared/api.ts'
import type { QuestionsAnswer, QuestionView } from '#shared/day/questionsAnswer.ts'
import { may } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { ModerateActions } from './ModerateActions.tsx'
import { moveQuestion, supportQuestion, type Move } from './questionCommands.ts'
import { QuestionDialogs, type Asked } from './QuestionDialogs.tsx'
import { QuestionRow } from './QuestionRow.tsx'
import { useHeldOrder } from './useHeldOrder.ts'

type QuestionListsProps = {
  readonly plan: EventPlan
  readonly person: Person
  readonly questions: QuestionsAnswer['questions']
  readonly act: (run: () => Promise<unknown>) => void
}

/** The questions to one talk: the one that runs, the open ones in order, and what is behind them. */
export function QuestionLists({ plan, person, questions, act }: QuestionListsProps) {
  const t = useTexts()
  const [asked, setAsked] = useState<Asked | null>(null)
  const mayOrder = may(person, 'orderQuestions')
  const of = (state: QuestionView['state']) => questions.filter((one) => one.state === state)
  const open = useHeldOrder(of('open'))
  const running = of('running')

  const move = (question: QuestionView, state: Move['state']) =>
    act(async () => {
      const before = running[0] ?? null
      await moveQuestion(question.id, { state, from: question.state, running: before?.id ?? null })
      if (state === 'running' && before)
        toast(t('questions:ranBefore', { question: t('questions:number', { number: before.number }) }), {
          undo: () => act(() => moveQuestion(before.id, { state: 'open', from: 'answered' })),
        })
    })
  const row = (question: QuestionView) => (
    <QuestionRow
      key={question.id}
      question={question}
      onSupport={({ id, iSupport }) => act(() => supportQuestion(id, !iSupport))}
      onTakeBack={(one) => setAsked({ what: 'takeBack', question: one })}
      actions={
        mayOrder && (
          <ModerateActions
            question={question}
            onMove={move}
            onDrop={(one) => setAsked({ what: 'drop', question: one })}
            onPass={(one) => setAsked({ what: 'pass', question: one })}
            onErase={(one) => setAsked({ what: 'erase', question: one })}
          />
        )
      }
    />
  )
  const section = (id: 'runs' | 'waiting', rows: readonly QuestionView[]) =>
    rows.length > 0 && (
      <section aria-labelledby={`q-${id}`} className={`questions-${id}`}>
        <h2 id={`q-${id}`}>{t(`questions:${id}`)}</h2>
        <ul>{rows.map(row)}</ul>
      </section>
    )
  const folded = (id: 'answered' | 'dropped', rows: readonly QuestionView[]) =>
    rows.length > 0 && (
      <details className="questions-folded">
        <summary>
          <h2>{t(`questions:${id}`, { count: rows.length })}</h2>
        </summary>
        <ul>{rows.map(row)}</ul>
      </details>
    )
  return (
    <div className="question-lists">
      {section('runs', running)}
      {section('waiting', of('waiting'))}
      <section aria-labelledby="q-open">
        <div className="questions-head">
          <h2 id="q-open">{t('questions:open')}</h2>
          {open.hasChanged && (
            <Button
              size="small"
              variant="quiet"
              icon="refresh-cw"
              title={t('questions:reorderHint')}
              onClick={open.release}
            >
              {t('questions:reorder')}
            </Button>
          )}
        </div>
        {open.rows.length === 0 ? (
          <EmptyState title={t('questions:openNone')}>{t('questions:openNoneText')}</EmptyState>
        ) : (
          <ul {...open.hold}>{open.rows.map(row)}</ul>
        )}
      </section>
      {folded('answered', of('answered'))}
      {folded('dropped', of('dropped'))}
      {asked && (
        <QuestionDialogs
          key={`${asked.what} ${asked.question.id}`}
          plan={plan}
          asked={asked}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
