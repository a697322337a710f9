import { useState } from 'react'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { useConsentOutbox } from '../../../sync/useConsentOutbox.ts'
import { useStore } from '../../../sync/useStore.ts'
import { Button } from '../../../ui/Button.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { copyText } from '../../staff/copyText.ts'

type LateAnswerProps = { readonly consent: string; readonly person: string; readonly plan: EventPlan }

/** What arrived after the question was closed: it does not count, and its text is not lost. */
export function LateAnswer({ consent, person, plan }: LateAnswerProps) {
  const t = useTexts()
  const language = useLanguage()
  const outbox = useConsentOutbox(consent, person)
  const late = useStore(outbox?.state)?.late
  const [isCopied, setCopied] = useState(false)
  if (!late) return null
  const option = plan.consent.find(({ id }) => id === late.option)
  return (
    <Message
      tone="wait"
      live
      actions={
        <>
          {late.reason && (
            <Button size="small" onClick={() => void copyText(late.reason).then(setCopied)}>
              {t(isCopied ? 'consent:copied' : 'consent:copy')}
            </Button>
          )}
          <Button size="small" onClick={() => outbox?.forgetLate()}>
            {t('consent:understood')}
          </Button>
        </>
      }
    >
      {t('consent:late', { option: option ? labelOf(option, language) : late.option })}
      {late.reason && (
        <>
          {' '}
          {t('consent:lateReason')} <q dir="auto">{late.reason}</q>
        </>
      )}
    </Message>
  )
}
