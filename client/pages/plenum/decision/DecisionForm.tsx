import { useState, type FormEvent } from 'react'
import { openObjections } from '#shared/plenum/remark.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import type { Verdict } from '../plenumCommands.ts'
import { spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { VerdictFields } from './VerdictFields.tsx'
import { newVerdict, verdictOf } from './verdictDraft.ts'

type DecisionFormProps = {
  readonly item: OutlineItem
  readonly isAgain: boolean
  readonly onRecord: (verdict: Verdict) => Promise<void>
}

/** Decides this one result, with the text that stands beside it. */
export function DecisionForm({ item, isAgain, onRecord }: DecisionFormProps) {
  const t = useTexts()
  const { plan, answer } = usePlenumPlace()
  const command = useCommand()
  const [draft, setDraft] = useState(newVerdict)
  const [showsFaults, setShowsFaults] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const verdict = verdictOf(draft, plan.consent)
    setShowsFaults(verdict === null)
    if (verdict && !command.isBusy && (await command.run(() => onRecord(verdict)))) setDraft(newVerdict)
  }
  const isOver = openObjections(item.result.id, answer.remarks, answer.decisions, plan).length > 0
  const name = spokenName(item)
  return (
    <form className="decision-part decision-form" onSubmit={(event) => void submit(event)}>
      <h3>{t(isAgain ? 'plenum:decideTextAgain' : 'plenum:decideOne', { result: name })}</h3>
      <VerdictFields draft={draft} onChange={setDraft} showsFaults={showsFaults} isOver={isOver} />
      <Refused error={command.error} />
      <Button variant="primary" size="large" wide type="submit" aria-disabled={command.isBusy}>
        {t('plenum:record')}
      </Button>
      <p className="hint">{t('plenum:recordHint')}</p>
    </form>
  )
}
