import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { cleanText, hasVisibleText, maxNoteLength } from '#shared/note.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { defaultKind, labelOf } from '#shared/template.ts'
import { useStore } from '../sync/useStore.ts'
import { dashedLists } from '../editor/dashedLists.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/FieldError.tsx'
import { Select } from '../ui/Select.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace } from './useBoardPlace.ts'
import { pastedLines } from './paste/pastedLines.ts'
import { pasteOffer } from './paste/pasteOffer.ts'
import { useMakeCards } from './paste/useMakeCards.ts'
import { useDraft } from './useDraft.ts'
import { useKeyboardInset } from './useKeyboardInset.ts'
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
  const isPaste = useRef(false)
  const makeCards = useMakeCards()
  useKeyboardInset(field)

  const send = () => {
    field.current?.focus()
    const clean = cleanText(text)
    if (!hasVisibleText(clean)) return
    if (clean.length > maxNoteLength) return setTooLong(true)
    const id = actions.create({ question, kind, blocks: parseNoteText(clean) })
    setText('')
    pasteOffer.set(null)
    setSent((count) => count + 1)
    show(id)
  }
  /** Several lines, just pasted, can be as many cards; whoever types on wants one. */
  const offerCards = (value: string) => {
    const lines = isPaste.current ? pastedLines(value) : []
    isPaste.current = false
    const stay = () => field.current?.focus()
    const write = (cards: readonly string[]) => () => {
      stay()
      const first = makeCards({ question, kind }, cards.map(parseNoteText))
      setText('')
      if (first) show(first)
    }
    const asOne = value.length > maxNoteLength ? null : write([dashedLists(value)])
    pasteOffer.set(
      lines.length > 1 ? { lines, isPending: false, asMany: write(lines), asOne, close: stay } : null,
    )
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
            placeholder={t('writing:placeholder')}
            onPaste={() => (isPaste.current = true)}
            onChange={(event) => {
              offerCards(event.target.value)
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

/** In view, while the caret stays in the field. */
const show = (id: NoteId) =>
  requestAnimationFrame(() => document.getElementById(`note-${id}`)?.scrollIntoView({ block: 'nearest' }))
