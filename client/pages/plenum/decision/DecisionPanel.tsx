import { useState } from 'react'
import { decidedText, decisionsOf } from '#shared/result.ts'
import { Button } from '../../../ui/Button.tsx'
import { Message } from '../../../ui/Message.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { AskConsent, BlockWays, OutcomeForm } from './decisionParts.ts'
import { DecisionHistory } from './DecisionHistory.tsx'
import { decide, withdrawDecision, type Verdict } from '../plenumCommands.ts'
import { isFinished, spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { scrollFocus } from '../scrollFocus.ts'
import { untilStored } from '../untilStored.ts'
import { usePlenumPlace, useWording } from '../usePlenumPlace.ts'
import './DecisionPanel.css'

/** What was decided about this result, and for who leads the Plenum: deciding it. */
export function DecisionPanel({ item }: { readonly item: OutlineItem }) {
  const t = useTexts()
  const { answer, canEdit, room, command } = usePlenumPlace()
  const blocks = useWording(item.result.id)
  const [isAgain, setAgain] = useState(false)
  const { result, standing } = item
  const attempts = decisionsOf(result.id, answer.decisions)
  const latest = attempts.at(-1)
  const isAsked = canEdit && (!isFinished(standing) || isAgain)

  const record = async (verdict: Verdict) => {
    // What is on this screen is what is decided; the server compares.
    const text = decidedText(result, blocks)
    await untilStored(room)
    const { id } = await decide([{ id: result.id, text }], verdict)
    setAgain(false)
    toast(t('plenum:recorded', { result: spokenName(item) }), {
      undo: () => void command.run(() => withdrawDecision(id)),
    })
  }
  const ways = canEdit && (
    <>
      {!isAsked && (
        <Button wide onClick={() => setAgain(true)}>
          {t('plenum:decideAgain')}
        </Button>
      )}
      <BlockWays group={result.group} />
    </>
  )
  return (
    <section className="decision" {...scrollFocus} aria-label={t('plenum:decisionLabel')}>
      {standing.changed && (
        <Message tone="wait" icon="history">
          {t('plenum:changedLater')}
        </Message>
      )}
      {isAsked && <AskConsent item={item} attempts={attempts.length} onRecord={record} />}
      {canEdit && latest?.outcome === 'open' && <OutcomeForm key={latest.id} decision={latest} />}
      {isAsked && ways}
      {attempts.length > 0 ? (
        <DecisionHistory item={item} attempts={attempts} />
      ) : (
        !canEdit && (
          <section className="decision-part">
            <h3>{t('plenum:notDecidedTitle')}</h3>
            <p className="muted">{t('plenum:notDecided')}</p>
          </section>
        )
      )}
      {!isAsked && ways}
    </section>
  )
}
