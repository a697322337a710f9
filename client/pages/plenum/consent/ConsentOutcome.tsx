import type { PlenumAnswer } from '#shared/api.ts'
import type { PastConsent } from '#shared/plenum/consentAnswer.ts'
import { remarkOptions } from '#shared/plenum/remark.ts'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { outcomeIcons } from './outcomeIcons.ts'

type ConsentOutcomeProps = {
  readonly consent: PastConsent
  readonly plan: EventPlan
  readonly answer: PlenumAnswer | undefined
}

/** What came of it: counts, and what was said against it, without names. */
export function ConsentOutcome({ consent, plan, answer }: ConsentOutcomeProps) {
  const t = useTexts()
  const language = useLanguage()
  const decision = answer?.decisions.find(({ id }) => id === consent.decision)
  const remarks = answer?.remarks.filter((one) => one.decision === decision?.id && one.withdrawnAt === null)
  const optionOf = (id: string) => {
    const option = remarkOptions(plan).find((one) => one.id === id)
    return option ? labelOf(option, language) : id
  }
  return (
    <div className="consent-outcome">
      {consent.broken ? (
        <p>{t(consent.broken === 'textChanged' ? 'consent:broken' : 'consent:brokenOff')}</p>
      ) : (
        decision && (
          <>
            <p className="consent-word" data-state={decision.outcome}>
              <Icon name={outcomeIcons[decision.outcome]} />
              <strong>{t(`consent:${decision.outcome}`)}</strong>
            </p>
            {decision.outcome === 'open' && <p>{t('consent:openHint')}</p>}
            <dl className="tally" aria-label={t('consent:counts')}>
              {plan.consent.map((option) => (
                <div key={option.id}>
                  <dt>{labelOf(option, language)}</dt>
                  <dd className="num">{decision.counts[option.id] ?? 0}</dd>
                </div>
              ))}
            </dl>
          </>
        )
      )}
      {remarks && remarks.length > 0 && (
        <ul className="consent-remarks">
          {remarks.map((remark) => (
            <li key={remark.id}>
              <span className="hint">
                {t('consent:noteOf', { number: remark.number, option: optionOf(remark.option) })}
              </span>
              <span dir="auto">{remark.text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
