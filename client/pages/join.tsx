import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { CallRefused } from '../sync/call.ts'
import { useMe } from '../sync/records.ts'
import { setLanguage } from '../ui/i18n.ts'
import { Message } from '../ui/Message.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useRefusalText } from '../ui/useRefusalText.ts'
import { useTexts } from '../ui/useTexts.ts'
import { AlreadyHere } from './join/AlreadyHere.tsx'
import { JoinByCode } from './join/JoinByCode.tsx'
import { cleanCode } from './join/joinCode.ts'
import { EventHead } from './join/EventHead.tsx'
import { Notice } from './join/Notice.tsx'
import { useBriefOf } from './join/useBriefOf.ts'
import { usePageTitle } from './usePageTitle.ts'
import './join.css'

/** /beitreten?code=482173: a code and a name, nothing else. */
export default function Join() {
  const t = useTexts()
  const language = useLanguage()
  const other = language === 'de' ? 'en' : 'de'
  usePageTitle(t('join:title'))
  return (
    <>
      <header className="join-top">
        <span className="muted s">{t('app:appName')}</span>
        <button type="button" className="text-button s" lang={other} onClick={() => setLanguage(other)}>
          {t('app:otherLanguage')}
        </button>
      </header>
      <main className="join">
        <Door />
        <Notice />
      </main>
    </>
  )
}

function Door() {
  const t = useTexts()
  const refusalText = useRefusalText()
  const me = useMe()
  const [search] = useSearchParams()
  const [code, setCode] = useState(cleanCode(search.get('code') ?? ''))
  const event = useBriefOf(code || null)
  // Once the form is used, a fresh ticket must not turn it into "already here".
  const [isJoining, setJoining] = useState(false)

  const isOut = me.error instanceof CallRefused && me.error.status === 401
  const trouble = event.error ?? event.failureReason ?? (isOut ? null : (me.error ?? me.failureReason))
  if (!event.data || (!me.data && !isOut))
    return trouble ? (
      <Message tone="wait" icon="wifi-off" live>
        {refusalText(trouble)}
      </Message>
    ) : (
      <p className="muted late">{t('app:loading')}</p>
    )
  return (
    <>
      <EventHead event={event.data} />
      {me.data && !isOut && !isJoining && me.data.event.id === event.data.id ? (
        <AlreadyHere person={me.data.person} event={event.data} />
      ) : (
        <JoinByCode event={event.data} code={code} onCode={setCode} onJoining={setJoining} />
      )}
    </>
  )
}
