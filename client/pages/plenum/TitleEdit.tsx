import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { hasVisibleText } from '#shared/note.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/FieldError.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Refused } from './Refused.tsx'
import { useCommand } from './useCommand.ts'

type TitleEditProps = {
  readonly name: string | null
  readonly title: string
  readonly onSave: (title: string) => Promise<unknown>
}

const maxTitle = 300

/** The title, changed in its place: Enter keeps it, Escape leaves it as it was. */
export function TitleEdit({ name, title, onSave }: TitleEditProps) {
  const t = useTexts()
  const command = useCommand()
  const [text, setText] = useState<string | null>(null)
  const [isEmpty, setEmpty] = useState(false)
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
            setEmpty(false)
            command.forget()
          }}
        />
      </div>
    )
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!hasVisibleText(text)) return setEmpty(true)
    if (text.trim() === title || (await command.run(() => onSave(text)))) setText(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setText(null)
  }
  return (
    <form className="title-form" onSubmit={(event) => void save(event)} onKeyDown={onKeyDown}>
      <h2 id="result-title" className="vh">
        {name} {title}
      </h2>
      <div className="title-line">
        {name && (
          <span className="num title-name" aria-hidden="true">
            {name}
          </span>
        )}
        <input
          className="input title-input"
          aria-label={t('plenum:titleLabel')}
          value={text}
          maxLength={maxTitle}
          dir="auto"
          autoFocus
          aria-invalid={isEmpty || undefined}
          aria-describedby="title-error"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="small" aria-disabled={command.isBusy}>
          {t('plenum:keep')}
        </Button>
        <Button variant="quiet" size="small" onClick={() => setText(null)}>
          {t('plenum:leave')}
        </Button>
      </div>
      <FieldError id="title-error">{isEmpty && t('plenum:titleEmpty')}</FieldError>
      <Refused error={command.error} />
    </form>
  )
}
