import { useState } from 'react'
import type { QuestionView } from '#shared/day/questionsAnswer.ts'
import { questionOrigin } from '#shared/day/questionOrigin.ts'
import type { EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { eraseQuestion, moveQuestion, passQuestion, takeBackQuestion } from './questionCommands.ts'

export type Asked = { readonly what: 'takeBack' | 'drop' | 'pass' | 'erase'; readonly question: QuestionView }
type QuestionDialogsProps = {
  readonly plan: EventPlan
  readonly asked: Asked
  readonly onClose: () => void
}

/** What is asked before something happens to a question. */
export function QuestionDialogs({ plan, asked, onClose }: QuestionDialogsProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { what, question } = asked
  const [error, setError] = useState<unknown>(null)
  const [hint, setHint] = useState('')
  const [group, setGroup] = useState(plan.groups[0]?.id ?? '')
  const [sub, setSub] = useState('')
  const [isBusy, setBusy] = useState(false)

  const run = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      if (what === 'takeBack') await takeBackQuestion(question.id)
      if (what === 'erase') await eraseQuestion(question.id)
      if (what === 'drop') await moveQuestion(question.id, { state: 'dropped', from: question.state, hint })
      if (what === 'pass') {
        const { passedOn } = await passQuestion(question.id, group, sub || null)
        const note = passedOn.find((one) => one.group === group)?.note ?? ''
        toast(t('questions:passDone', { note }))
      }
      onClose()
    } catch (fault) {
      setError(fault)
      setBusy(false)
    }
  }
  const chosen = plan.groups.find(({ id }) => id === group)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`questions:${what}Title`)}
      actions={
        <>
          <Button
            variant={what === 'erase' ? 'grave' : 'plain'}
            aria-disabled={isBusy}
            onClick={() => void run()}
          >
            {what === 'pass' ? t('questions:passYes', { group }) : t(`questions:${what}Yes`)}
          </Button>
          <Button onClick={onClose}>{t(`questions:${what}No`)}</Button>
        </>
      }
    >
      <blockquote className="question-quote" dir="auto">
        {question.text}
      </blockquote>
      {(what === 'takeBack' || what === 'erase') && <p>{t(`questions:${what}Text`)}</p>}
      {what === 'drop' && (
        <Field label={t('questions:dropHint')} value={hint} onChange={setHint} maxLength={300} />
      )}
      {what === 'pass' && (
        <>
          <Select
            label={t('questions:passGroup')}
            value={group}
            options={plan.groups.map(({ id, title }) => ({ id, label: `${id} ${title}` }))}
            onChange={(id) => {
              setGroup(id)
              setSub('')
            }}
          />
          <Select
            label={t('questions:passQuestion')}
            value={sub}
            options={[
              { id: '', label: t('questions:passNoQuestion') },
              ...(chosen?.questions ?? []).map(({ id, text }) => ({ id, label: `${id} ${text}` })),
            ]}
            onChange={setSub}
          />
          <p className="hint">
            {t('questions:passText', { origin: questionOrigin(plan, question.item, question.number) })}
          </p>
        </>
      )}
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
    </Dialog>
  )
}
