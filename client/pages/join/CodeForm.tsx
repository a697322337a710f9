import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { cleanCode } from './joinCode.ts'

type CodeFormProps = {
  readonly firstCode: string
  /** Why the last code was refused. */
  readonly error: unknown
  readonly onCode: (code: string) => void
}

export function CodeForm({ firstCode, error, onCode }: CodeFormProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const [code, setCode] = useState(firstCode)
  const [isEmpty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    if (error) field.current?.focus()
  }, [error])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const cleaned = cleanCode(code)
    setEmpty(cleaned === '')
    if (cleaned === '') field.current?.focus()
    else onCode(cleaned)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field
        ref={field}
        label={t('join:codeLabel')}
        hint={t('join:codeHint')}
        error={isEmpty ? t('join:codeEmpty') : error ? refusalText(error) : null}
        value={code}
        onChange={(value) => {
          setCode(value)
          setEmpty(false)
        }}
        big
        className="code-input"
        inputMode="numeric"
        autoComplete="off"
        maxLength={100}
      />
      <Button type="submit" variant="primary" size="large" wide>
        {t('join:checkCode')}
      </Button>
    </form>
  )
}
