import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { ConsentBallot } from '#shared/plenum/consent.ts'
import { may } from '#shared/roles.ts'
import { useConsents } from '../../../sync/consents.ts'
import { useMe, usePlenum } from '../../../sync/records.ts'
import { keepLate, useConsentOutbox } from '../../../sync/useConsentOutbox.ts'
import { useStore } from '../../../sync/useStore.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { ConsentSheet } from './ConsentSheet.tsx'
import { foldedConsent } from './foldedConsent.ts'
import { useConsentWords } from './useConsentWords.ts'

/**
 * The question over whatever page of the Plenum is open, and what came of it until somebody has read that. It takes no
 * focus and closes nothing; who is writing finds it folded up under the bar.
 */
export function ConsentPlace() {
  const t = useTexts()
  const isHere = useLocation().pathname === '/plenum'
  const me = useMe().data
  const leads = me ? may(me.person, 'shapePlenum') : false
  const consents = useConsents({ looks: leads && isHere })
  const answer = usePlenum(isHere).data
  const { whatOf, nameOf } = useConsentWords(me?.event, answer)
  const open = consents?.open ?? null
  const id = open?.id ?? null
  const outbox = useConsentOutbox(open?.mayAnswer ? id : null, me?.person.id ?? '')
  const folded = useStore(foldedConsent)
  // Only who has seen the question is shown what came of it.
  const [shown, setShown] = useState<string | null>(null)
  const draft = useRef<ConsentBallot | null>(null)
  const onDraft = useCallback((next: ConsentBallot | null) => {
    draft.current = next
  }, [])

  useLayoutEffect(() => {
    if (id === null || !isHere) return
    setShown(id)
    if (isWriting()) foldedConsent.set(id)
  }, [id, isHere])
  const person = me?.person.id
  useEffect(() => {
    if (id === null || !person) return
    return () => {
      // Closed while a reason was being written: the words stay on this device.
      if (draft.current) keepLate(id, person, draft.current)
      draft.current = null
    }
  }, [id, person])

  const past = id === null && shown ? consents?.past.find((one) => one.id === shown) : undefined
  const what = open ? whatOf({ group: open.group, results: open.results.map((one) => one.id) }) : ''
  return (
    <>
      <div className="vh" role="status">
        {isHere && open && t(open.mayAnswer ? 'consent:spoken' : 'consent:spokenLead', { what })}
      </div>
      {isHere && me && (open ?? past) && (
        <ConsentSheet
          key={open?.id ?? past?.id}
          plan={me.event}
          open={open}
          past={past ?? null}
          answer={answer}
          outbox={outbox}
          leads={leads}
          isFolded={open !== null && folded === open.id}
          what={what || (past ? whatOf(past) : '')}
          nameOf={nameOf}
          onDraft={onDraft}
          onDismiss={() => setShown(null)}
        />
      )}
    </>
  )
}

const isWriting = (): boolean =>
  document.activeElement?.matches(
    'textarea, input:not([type="checkbox"], [type="radio"]), [contenteditable="true"]',
  ) ?? false
