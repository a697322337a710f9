import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { KindId, QuestionId } from '#shared/ids.ts'
import { cleanText, hasVisibleText, maxNoteLength } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { defaultKind, labelOf } from '#shared/template.ts'
import { useStore } from '../sync/useStore.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { Select } from '../ui/Select.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { useDraft } from './useDraft.ts'
import { composerFieldId } from './useWrite.ts'
import './Composer.css'

/** Docked at the bottom of phones: one card after the other, the keyboard stays up. */
export function Composer({ draftKey }: { readonly draftKey: string }) {
  const t = useTexts()
  const language = useLanguage()
  const { actions, plan, group, composerQuestion } = useBoardPlace()
  const question = useStore(composerQuestion)
  const [kind, setKind] = useState<KindId>(() => defaultKind(plan).id)
  const [text, setText] = useDraft(draftKey)
  const [isTooLong, setTooLong] = useState(false)
  const [sent, setSent] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)

  const send = () => {
    field.current?.focus()
    const clean = cleanText(text)
    if (!hasVisibleText(clean)) return
    if (clean.length > maxNoteLength) return setTooLong(true)
    const id = actions.create({ question, kind, blocks: parseNoteText(clean) })
    setText('')
    setSent((count) => count + 1)
    requestAnimationFrame(() => document.getElementById(`note-${id}`)?.scrollIntoView({ block: 'nearest' }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    send()
  }
  return (
    <form className="composer" aria-label={t('group:composer')} onSubmit={submit}>
      <div className="composer-top">
        <Select
          label={t('group:composerQuestion')}
          hideLabel
          size="small"
          value={question}
          options={group.questions.map(({ id, text }) => ({
            id,
            label: t('group:composerTo', { question: id }),
            hint: text,
          }))}
          onChange={(id) => composerQuestion.set(id as QuestionId)}
        />
        <Select
          label={t('group:composerKind')}
          hideLabel
          size="small"
          value={kind}
          options={plan.noteKinds.map((one) => ({
            id: one.id,
            label: labelOf(one, language),
            icon: one.icon,
          }))}
          onChange={(id) => setKind(id as KindId)}
        />
        <span className="composer-hint xs muted">{t('group:composerHint')}</span>
      </div>
      {isTooLong && <FieldError id="composer-error">{t('group:tooLong')}</FieldError>}
      <div className="composer-line">
        {/* The twin behind it gives the height where the browser cannot. */}
        <div className="composer-grow" data-text={text}>
          <textarea
            ref={field}
            id={composerFieldId}
            className="input"
            aria-label={t('group:composerText')}
            {...(isTooLong ? { 'aria-invalid': true, 'aria-describedby': 'composer-error' } : {})}
            dir="auto"
            rows={2}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setTooLong(false)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          icon="arrow-up"
          iconOnly
          label={t('group:send')}
          className="composer-send"
          // Taking the focus would close the keyboard.
          onPointerDown={(event) => event.preventDefault()}
        />
      </div>
      <span className="vh" role="status">
        {sent > 0 && <span key={sent}>{t('group:sent')}</span>}
      </span>
    </form>
  )
}
