import { useRef, useState, type FormEvent } from 'react'
import { maxQuestionLength } from '#shared/day/audienceQuestion.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { keepDraft, readDraft } from './keptDraft.ts'
import { randomId } from './ownQuestions.ts'
import { askQuestion } from './questionCommands.ts'

const nearEnd = 100

/** A question to a talk. What was begun stays on the device until it has arrived. */
export function AskForm({ item }: { readonly item: string }) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const [text, setText] = useState(() => readDraft(item))
  const [isAnonymous, setAnonymous] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const tryId = useRef(randomId())
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const left = maxQuestionLength - [...text.trim()].length

  const write = (next: string) => {
    setText(next)
    keepDraft(item, next)
    setError(null)
    setSaid('')
    // Another text is another question.
    tryId.current = randomId()
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    try {
      const view = await askQuestion({ item, text, isAnonymous }, tryId.current)
      write('')
      setSaid(t(view.state === 'waiting' ? 'questions:sentWaiting' : 'questions:sent'))
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
    field.current?.focus()
  }
  return (
    <form className="ask sheet" onSubmit={(event) => void send(event)} noValidate>
      <Field
        label={t('questions:ask')}
        multiline
        ref={field}
        value={text}
        onChange={write}
        hint={left <= nearEnd ? t('questions:left', { count: left }) : t('questions:askHint')}
        error={error === null ? undefined : refusalText(error)}
      />
      <label className="ask-check">
        <input
          type="checkbox"
          checked={isAnonymous}
          onChange={(event) => {
            setAnonymous(event.target.checked)
            tryId.current = randomId()
          }}
        />
        <span>
          {t('questions:anonymous')}
          <span className="hint">{t('questions:anonymousHint')}</span>
        </span>
      </label>
      <div className="ask-end">
        <Button type="submit" variant="primary" aria-disabled={isBusy}>
          {t('questions:send')}
        </Button>
        <p role="status" className="muted">
          {said}
        </p>
      </div>
    </form>
  )
}
