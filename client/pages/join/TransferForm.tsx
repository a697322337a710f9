import { useRef, useState, type FormEvent } from 'react'
import type { JoinAnswer } from '#shared/api.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { cleanCode, codeText } from './joinCode.ts'
import { useWalkIn } from './useJoin.ts'

type TransferFormProps = {
  readonly firstCode: string
  readonly onBack: () => void
  readonly onJoining: (isJoining: boolean) => void
}

/** Six digits from another device: the same person goes on here. */
export function TransferForm({ firstCode, onBack, onJoining }: TransferFormProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const walkIn = useWalkIn()
  const [code, setCode] = useState(codeText(cleanCode(firstCode)))
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)

  const refuse = (sentence: string) => {
    setError(sentence)
    field.current?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const cleaned = cleanCode(code)
    if (cleaned === '') return refuse(t('join:transferEmpty'))
    setBusy(true)
    onJoining(true)
    try {
      await walkIn(await call<JoinAnswer>('POST', '/api/transfer', { code: cleaned }))
    } catch (fault) {
      onJoining(false)
      setBusy(false)
      refuse(refusalText(fault))
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Field
        ref={field}
        label={t('join:transferLabel')}
        hint={t('join:transferHint')}
        error={error}
        value={code}
        onChange={(value) => {
          setCode(value)
          setError(null)
        }}
        big
        className="code-input"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={100}
      />
      <Button type="submit" variant="primary" size="large" wide aria-disabled={isBusy}>
        {t(isBusy ? 'join:joining' : 'join:transferSubmit')}
      </Button>
      <Button variant="quiet" wide onClick={onBack}>
        {t('join:transferBack')}
      </Button>
    </form>
  )
}
