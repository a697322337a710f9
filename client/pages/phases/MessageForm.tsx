import { useRef, useState, type FormEvent } from 'react'
import type { GroupId } from '#shared/ids.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useCommand } from '../plenum/useCommand.ts'
import { wishKey } from './stageCommand.ts'

const suggestions = ['phases:suggestFive', 'phases:suggestEnd', 'phases:suggestPlenum'] as const

type MessageFormProps = {
  /** Null: everyone. */
  readonly to: GroupId | null
  readonly onSent?: (() => void) | undefined
}

/** One sentence for a group or everyone; what people often say is one tap away. */
export function MessageForm({ to, onSent }: MessageFormProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const command = useCommand()
  const [text, setText] = useState('')
  // The same wish until it has arrived: what is sent again after a lost answer counts once.
  const wish = useRef({ text: '', key: '' })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (command.isBusy) return
    if (wish.current.text !== text || wish.current.key === '') wish.current = { text, key: wishKey() }
    const isSent = await command.run(() => call('POST', '/api/notices', { text, to, key: wish.current.key }))
    if (!isSent) return
    wish.current = { text: '', key: '' }
    setText('')
    toast(t('phases:sent'))
    onSent?.()
  }
  return (
    <form className="desk-message" onSubmit={(event) => void send(event)}>
      <Field
        label={t('phases:messageText')}
        hideLabel
        value={text}
        onChange={setText}
        multiline
        rows={2}
        hint={t('phases:messageHint')}
        error={command.error === null ? undefined : refusalText(command.error)}
      />
      <div className="row wrap" role="group" aria-label={t('phases:suggestions')}>
        {suggestions.map((key) => (
          <Button key={key} size="small" variant="quiet" onClick={() => setText(t(key))}>
            {t(key)}
          </Button>
        ))}
      </div>
      <Button type="submit">{t('phases:send')}</Button>
    </form>
  )
}
