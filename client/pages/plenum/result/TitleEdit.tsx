import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { hasVisibleText } from '#shared/note.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'

type TitleEditProps = {
  readonly name: string | null
  readonly title: string
  /** `was`: the title that stood there for whoever writes. */
  readonly onSave: (title: string, was: string) => Promise<unknown>
}

const maxTitle = 300

/** The title, changed in its place: Enter keeps it, Escape leaves it as it was. */
export function TitleEdit({ name, title, onSave }: TitleEditProps) {
  const t = useTexts()
  const command = useCommand()
  const [text, setText] = useState<string | null>(null)
  const was = useRef(title)
  const [isEmpty, setEmpty] = useState(false)
  const latest = useRef(title)
  useEffect(() => {
    latest.current = title
  }, [title])
  const pen = useRef<HTMLButtonElement>(null)
  const isOpen = text !== null
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) pen.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  if (text === null)
    return (
      <div className="result-title-row">
        <h2 id="result-title" className="result-title">
          {name && <span className="num">{name}</span>} <span dir="auto">{title}</span>
        </h2>
        <Button
          ref={pen}
          variant="quiet"
          size="small"
          icon="pencil"
          iconOnly
          label={t('plenum:editTitle')}
          onClick={() => {
            setText(title)
            was.current = title
            setEmpty(false)
            command.forget()
          }}
        />
      </div>
    )
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!hasVisibleText(text)) return setEmpty(true)
    if (text.trim() === title || (await command.run(() => onSave(text, was.current)))) return setText(null)
    // Told once. Who keeps it all the same has seen the other one.
    was.current = latest.current
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setText(null)
  }
  return (
    <form className="title-form" onSubmit={(event) => void save(event)}>
      <h2 id="result-title" className="vh">
        {name} {title}
      </h2>
      <div className="title-line">
        {name && (
          <span className="num title-name" aria-hidden="true">
            {name}
          </span>
        )}
        <Field
          className="title-input"
          label={t('plenum:titleLabel')}
          hideLabel
          value={text}
          onChange={setText}
          onKeyDown={onKeyDown}
          maxLength={maxTitle}
          autoFocus
          error={isEmpty && !hasVisibleText(text) && t('plenum:titleEmpty')}
        />
        <Button type="submit" size="small" aria-disabled={command.isBusy}>
          {t('plenum:keep')}
        </Button>
        <Button variant="quiet" size="small" onClick={() => setText(null)}>
          {t('plenum:leave')}
        </Button>
      </div>
      <Refused error={command.error} />
    </form>
  )
}
