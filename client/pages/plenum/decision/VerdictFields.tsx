import { useId, type KeyboardEvent } from 'react'
import { labelOf } from '#shared/template.ts'
import { attemptOutcomes, type ResultState } from '#shared/result.ts'
import { ChipChoice } from '../../../board/ChipChoice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FieldError } from '../../../ui/FieldError.tsx'
import type { IconName } from '../../../ui/Icon.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { blockingVotes, readCount, votesOf, type VerdictDraft } from './verdictDraft.ts'
import './VerdictFields.css'

const looks = {
  adopted: { icon: 'circle-check', text: 'plenum:outcomeAdopted' },
  deferred: { icon: 'circle-pause', text: 'plenum:outcomeDeferred' },
  rejected: { icon: 'circle-x', text: 'plenum:outcomeRejected' },
  open: { icon: 'circle-dashed', text: 'plenum:outcomeOpen' },
} as const satisfies Record<ResultState, { icon: IconName; text: string }>

type VerdictFieldsProps = {
  readonly draft: VerdictDraft
  readonly onChange: (draft: VerdictDraft) => void
  /** A count that is none is said only after an attempt to record it. */
  readonly showsFaults: boolean
  /** An objection is open: adopting takes a reason. */
  readonly isOver: boolean
}

/** How many said what, what came out, and why. */
export function VerdictFields({ draft, onChange, showsFaults, isOver }: VerdictFieldsProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = usePlenumPlace()
  const id = useId()
  const sum = votesOf(draft, plan.consent)
  const blocking = blockingVotes(draft, plan.consent)
  return (
    <>
      {plan.consent.length > 0 && (
        <fieldset className="counts">
          <legend>{t('plenum:counts')}</legend>
          {plan.consent.map((option) => {
            const text = draft.counts[option.id] ?? ''
            const isWrong = showsFaults && readCount(text) === 'wrong'
            return (
              <div key={option.id} className="vote-count">
                <label htmlFor={`${id}-${option.id}`}>{labelOf(option, language)}</label>
                <input
                  id={`${id}-${option.id}`}
                  className="input num"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={5}
                  value={text}
                  aria-invalid={isWrong || undefined}
                  aria-describedby={`${id}-${option.id}-error`}
                  onKeyDown={toNextField}
                  onChange={(event) =>
                    onChange({ ...draft, counts: { ...draft.counts, [option.id]: event.target.value } })
                  }
                />
                <FieldError id={`${id}-${option.id}-error`}>{isWrong && t('plenum:countWrong')}</FieldError>
              </div>
            )
          })}
          {sum > 0 && <p className="hint num">{t('plenum:votes', { count: sum })}</p>}
        </fieldset>
      )}
      <ChipChoice
        legend={t('plenum:outcome')}
        mode="single"
        options={attemptOutcomes.map((outcome) => ({
          id: outcome,
          icon: looks[outcome].icon,
          label: t(looks[outcome].text),
        }))}
        selected={[draft.outcome]}
        onToggle={(outcome) => onChange({ ...draft, outcome: outcome as ResultState })}
      />
      {blocking > 0 && draft.outcome === 'adopted' && (
        <Message tone="wait" icon="hand">
          {t('plenum:blocking', {
            votes: blocking,
            option: plan.consent
              .filter(({ blocks }) => blocks)
              .map((option) => labelOf(option, language))
              .join(', '),
          })}
        </Message>
      )}
      {isOver && draft.outcome === 'adopted' && (
        <Field
          label={t('plenum:overrule')}
          value={draft.overrule}
          onChange={(overrule) => onChange({ ...draft, overrule })}
          multiline
          rows={2}
          maxLength={2000}
        />
      )}
      <Field
        label={t('plenum:sentence')}
        hint={t('plenum:sentenceHint')}
        value={draft.sentence}
        onChange={(sentence) => onChange({ ...draft, sentence })}
        multiline
        rows={2}
        maxLength={2000}
      />
    </>
  )
}

/** Enter goes on to the next number: half a count must not be recorded. */
const toNextField = (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  const fields = [
    ...(event.currentTarget.closest('form')?.querySelectorAll<HTMLElement>('input, textarea') ?? []),
  ]
  fields[fields.indexOf(event.currentTarget) + 1]?.focus()
}
