import { useEffect, useRef, useState } from 'react'
import { cleanText } from '#shared/note.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { Difference } from './Difference.tsx'

type TextFormProps = {
  /** The text of now. */
  readonly current: string
  /** To begin with: as it was proposed. */
  readonly text: string
  /** Where the proposed words end: there one goes on. */
  readonly caret: number
  /** The text it was written for, and the new one. */
  readonly onSave: (text: string, base: string) => void
  readonly onClose: () => void
}

/** The whole wording in the moderators' own words. */
export function TextForm({ current, text: proposed, caret, onSave, onClose }: TextFormProps) {
  const t = useTexts()
  const [text, setText] = useState(proposed)
  // What others write meanwhile is the server's business: it changes only what was changed here.
  const [base] = useState(current)
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  }, [caret])
  const after = cleanText(text)
  return (
    <form
      className="proposal-answer"
      onSubmit={(event) => {
        event.preventDefault()
        if (after !== base) onSave(after, base)
      }}
    >
      <Field
        label={t('proposals:adaptTitle')}
        multiline
        rows={Math.min(10, 2 + Math.ceil(text.length / 60))}
        value={text}
        onChange={setText}
        ref={field}
        dir="auto"
      />
      <Difference before={base} after={after} isShort />
      <div className="proposal-buttons">
        <Button type="submit" size="small" aria-disabled={after === base}>
          {t('proposals:adaptSave')}
        </Button>
        <Button size="small" variant="quiet" onClick={onClose}>
          {t('proposals:back')}
        </Button>
      </div>
    </form>
  )
}
