import { useState } from 'react'
import { decidedText } from '#shared/result.ts'
import { openConsent, useConsents } from '../../../sync/consents.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import type { Verdict } from '../plenumCommands.ts'
import { Refused } from '../Refused.tsx'
import { untilStored } from '../untilStored.ts'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace, useWording } from '../usePlenumPlace.ts'
import { DecisionForm } from './DecisionForm.tsx'

type AskConsentProps = {
  readonly item: OutlineItem
  readonly attempts: number
  readonly onRecord: (verdict: Verdict) => Promise<void>
}

/** Asks everyone about the text that stands beside it; or numbers that were counted in the room are entered. */
export function AskConsent({ item, attempts, onRecord }: AskConsentProps) {
  const t = useTexts()
  const { room, plan } = usePlenumPlace()
  const blocks = useWording(item.result.id)
  const isRunning = useConsents()?.open != null
  const command = useCommand()
  const [isTyping, setTyping] = useState(false)
  const ask = async () => {
    // What is on this screen is what is asked about; the server compares.
    const text = decidedText(item.result, blocks)
    await untilStored(room)
    await openConsent([{ id: item.result.id, text }])
  }
  return (
    <>
      {plan.consent.length > 0 && (
        <div className="decision-part">
          <Button
            variant={isTyping || isRunning ? 'plain' : 'primary'}
            size="large"
            wide
            aria-disabled={command.isBusy || isRunning}
            onClick={() => void command.run(ask)}
          >
            {t(attempts > 0 ? 'consent:askAgain' : 'consent:ask', { result: spokenName(item) })}
          </Button>
          <p className="hint">{t(isRunning ? 'consent:runs' : 'consent:askHint')}</p>
          <Refused error={command.error} />
        </div>
      )}
      {isTyping || plan.consent.length === 0 ? (
        <DecisionForm item={item} isAgain={attempts > 0} onRecord={onRecord} />
      ) : (
        <Button variant="quiet" size="small" className="type-in" onClick={() => setTyping(true)}>
          {t('consent:typeIn')}
        </Button>
      )}
    </>
  )
}
