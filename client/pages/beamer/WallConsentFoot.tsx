import type { ConsentView, PastConsent } from '#shared/plenum/consentAnswer.ts'
import type { Decision } from '#shared/result.ts'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { useServerClock } from '../../sync/useServerClock.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { timerText } from '../phases/PhaseTimer.tsx'
import { optionIcon } from '../plenum/consent/optionIcon.ts'
import { outcomeIcons } from '../plenum/consent/outcomeIcons.ts'

type WallConsentFootProps = {
  readonly plan: EventPlan
  readonly open: ConsentView | null
  readonly past: PastConsent | null
  readonly decision: Decision | null
  readonly remarks: number
}

/** What the room shall do, how many have answered, and how long there is; no counts before it is closed. */
export function WallConsentFoot({ plan, open, past, decision, remarks }: WallConsentFootProps) {
  const t = useTexts()
  const language = useLanguage()
  if (open)
    return (
      <div className="wall-asks">
        <div className="wall-asks-line">
          <p className="wall-word">{t('consent:title')}</p>
          {open.answered && (
            <p className="num">
              {t('consent:wallAnswered', { count: open.answered.count, all: open.answered.of })}
            </p>
          )}
          <WallClock endsAt={open.endsAt} />
        </div>
        {open.answered && (
          <progress aria-hidden value={open.answered.count} max={Math.max(1, open.answered.of)} />
        )}
        <ul className="wall-options">
          {plan.consent.map((option) => (
            <li key={option.id}>
              <Icon name={optionIcon(option, plan.consent)} />
              {labelOf(option, language)}
            </li>
          ))}
        </ul>
      </div>
    )
  if (past?.broken)
    return (
      <div className="wall-outcome" data-state="changed">
        <p className="wall-word">
          <Icon name="history" />
          {t(past.broken === 'textChanged' ? 'consent:wallBroken' : 'consent:wallBrokenOff')}
        </p>
        {past.broken === 'textChanged' && <p>{t('consent:wallBrokenHint')}</p>}
      </div>
    )
  if (!decision) return null
  return (
    <div className="wall-outcome" data-state={decision.outcome === 'open' ? 'changed' : decision.outcome}>
      <p className="wall-word">
        <Icon name={outcomeIcons[decision.outcome]} />
        {t(`consent:${decision.outcome}`)}
      </p>
      <ul className="wall-tally">
        {plan.consent.map((option) => (
          <li key={option.id}>
            {labelOf(option, language)} <strong className="num">{decision.counts[option.id] ?? 0}</strong>
          </li>
        ))}
        {remarks > 0 && <li>{t('consent:remarkCount', { count: remarks })}</li>}
      </ul>
    </div>
  )
}

function WallClock({ endsAt }: { readonly endsAt: number }) {
  const t = useTexts()
  const left = endsAt - useServerClock(500)
  return (
    <p className="wall-clock num" role="timer">
      {left > 0 ? (
        <>
          {t('consent:left')} <strong>{timerText(left)}</strong>
        </>
      ) : (
        t('consent:stillOpen')
      )}
    </p>
  )
}
