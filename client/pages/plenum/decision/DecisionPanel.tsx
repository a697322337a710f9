import { useState } from 'react'
import { decidedText, decisionsOf } from '#shared/result.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { BlockDialog } from './BlockDialog.tsx'
import { DecisionForm } from './DecisionForm.tsx'
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
  const { answer, groups, canEdit, room, command } = usePlenumPlace()
  const blocks = useWording(item.result.id)
  const [isAgain, setAgain] = useState(false)
  const [isBlock, setBlock] = useState(false)
  const { result, standing } = item
  const attempts = decisionsOf(result.id, answer.decisions)
  const group = groups.find(({ id }) => id === result.group)
  const undecided = group?.items.filter((one) => !isFinished(one.standing)) ?? []
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
    <div className="decision-ways">
      {!isAsked && (
        <Button wide onClick={() => setAgain(true)}>
          {t('plenum:decideAgain')}
        </Button>
      )}
      {undecided.length > 1 && (
        <Button wide onClick={() => setBlock(true)}>
          {t('plenum:decideBlock', { group: result.group, count: undecided.length })}
        </Button>
      )}
    </div>
  )
  return (
    <section className="decision" {...scrollFocus} aria-label={t('plenum:decisionLabel')}>
      {isAsked && <DecisionForm item={item} isAgain={attempts.length > 0} onRecord={record} />}
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
      {isBlock && <BlockDialog group={result.group} items={undecided} onClose={() => setBlock(false)} />}
    </section>
  )
}
