import { useState, type FormEvent } from 'react'
import type { QuestionId } from '#shared/ids.ts'
import { cleanText, hasVisibleText, maxNoteLength } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { useBoardPlace } from '../../board/useBoardPlace.ts'
import { useDraft } from '../../board/useDraft.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useTexts } from '../../ui/useTexts.ts'

/** "Auf Zuruf": what somebody without a device says, onto the board in one step. */
export function CallOut() {
  const t = useTexts()
  const { actions, group, plan, composerQuestion } = useBoardPlace()
  const question = useStore(composerQuestion) ?? null
  const [text, setText] = useDraft(`${plan.id}.${group.id}.callOut`)
  const [made, setMade] = useState(0)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const clean = cleanText(text).slice(0, maxNoteLength)
    if (!hasVisibleText(clean)) return
    actions.create({ question, blocks: parseNoteText(clean) })
    setText('')
    setMade((count) => count + 1)
  }
  return (
    <form className="call-out" aria-label={t('collecting:callOut')} onSubmit={send}>
      <Select
        label={t('collecting:callOutTo')}
        hideLabel
        value={question}
        options={group.questions.map(({ id, text }) => ({ id, label: id, hint: text }))}
        onChange={(id) => composerQuestion.set(id as QuestionId)}
      />
      <Field
        label={t('collecting:callOutText')}
        hideLabel
        value={text}
        onChange={setText}
        placeholder={`${t('collecting:callOutText')}. ${t('collecting:callOutHint')}`}
        autoComplete="off"
      />
      <Button type="submit" icon="arrow-up">
        {t('collecting:callOutSend')}
      </Button>
      <span className="vh" role="status">
        {made > 0 && <span key={made}>{t('collecting:callOutDone')}</span>}
      </span>
    </form>
  )
}
