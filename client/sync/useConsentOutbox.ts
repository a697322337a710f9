import { useEffect, useState } from 'react'
import type { ConsentBallot } from '#shared/plenum/consent.ts'
import { afterMs } from './afterMs.ts'
import { consentKey, openConsentOutbox, type ConsentOutbox } from './consentOutbox.ts'
import { sendAnswer } from './consents.ts'
import { valueStore } from './valueStore.ts'

/** An answer of this person that never arrived is still on this device. */
export const hasKeptAnswer = (consent: string, person: string): boolean => {
  try {
    return localStorage.getItem(consentKey(consent, person)) !== null
  } catch {
    return false
  }
}

/** Counts up when something was kept that somebody has to be told of. */
export const keptLate = valueStore(0)

/** A reason that was written and never sent: shown again like one that came too late. */
export const keepLate = (consent: string, person: string, late: ConsentBallot): void => {
  try {
    localStorage.setItem(consentKey(consent, person), JSON.stringify({ late }))
    keptLate.set(keptLate.get() + 1)
  } catch {
    // A browser that keeps nothing.
  }
}

/** What this person answers, on its way; null while nothing is asked. */
export const useConsentOutbox = (id: string | null, person: string): ConsentOutbox | null => {
  const [opened, setOpened] = useState<{ readonly id: string; readonly outbox: ConsentOutbox } | null>(null)
  useEffect(() => {
    if (id === null) return setOpened(null)
    const outbox = openConsentOutbox({
      key: consentKey(id, person),
      storage: localStorage,
      send: (ballot) => sendAnswer(id, ballot),
      after: afterMs,
    })
    window.addEventListener('online', outbox.retry)
    setOpened({ id, outbox })
    return () => {
      window.removeEventListener('online', outbox.retry)
      outbox.close()
    }
  }, [id, person])
  return opened && opened.id === id ? opened.outbox : null
}
