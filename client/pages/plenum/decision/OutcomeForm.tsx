import { useState, type FormEvent } from 'react'
import { hasVisibleText } from '#shared/note.ts'
import { openObjections } from '#shared/plenum/remark.ts'
import { outcomes, type Decision, type Outcome } from '#shared/result.ts'
import { ChipChoice } from '../../../board/ChipChoice.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { outcomeIcons } from '../consent/outcomeIcons.ts'
import { sayOutcome } from '../plenumCommands.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** An objection stood in the way: what does the Plenum say? Adopting over it takes a reason. */
export function OutcomeForm({ decision }: { readonly decision: Decision }) {
  const t = useTexts()
  const { answer, plan } = usePlenumPlace()
  const command = useCommand()
  const [outcome, setOutcome] = useState<Outcome>('deferred')
  const [sentence, setSentence] = useState('')
  const [overrule, setOverrule] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isOver =
    outcome === 'adopted' &&
    decision.results.some(({ id }) => openObjections(id, answer.remarks, answer.decisions, plan).length > 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (command.isBusy || (isOver && !hasVisibleText(overrule))) return
    void command.run(() => sayOutcome(decision.id, { outcome, sentence: sentence.trim(), overrule }))
  }
  return (
    <details className="decision-part say-outcome">
      <summary>{t('consent:sayTitle')}</summary>
      <form className="decision-form" onSubmit={submit}>
        <p className="hint">{t('consent:sayText')}</p>
        <ChipChoice
          legend={t('plenum:outcome')}
          mode="single"
          options={outcomes.map((id) => ({ id, icon: outcomeIcons[id], label: t(`consent:${id}`) }))}
          selected={[outcome]}
          onToggle={(id) => setOutcome(id as Outcome)}
        />
        {isOver && (
          <Field
            label={t('consent:overrule')}
            hint={t('consent:overruleHint')}
            value={overrule}
            onChange={setOverrule}
            multiline
            rows={2}
            maxLength={2000}
            error={isAsked && !hasVisibleText(overrule) && t('consent:reasonMissing')}
          />
        )}
        <Field
          label={t('consent:saySentence')}
          value={sentence}
          onChange={setSentence}
          multiline
          rows={2}
          maxLength={2000}
        />
        <Refused error={command.error} />
        <Button type="submit" aria-disabled={command.isBusy}>
          {t('consent:say')}
        </Button>
      </form>
    </details>
  )
}
