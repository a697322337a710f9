import { useId } from 'react'
import type { PlenumAnswer } from '#shared/api.ts'
import type { ResultId } from '#shared/ids.ts'
import type { ConsentBallot } from '#shared/plenum/consent.ts'
import type { ConsentView, PastConsent } from '#shared/plenum/consentAnswer.ts'
import { decisionsOf } from '#shared/result.ts'
import type { EventPlan } from '#shared/template.ts'
import type { ConsentOutbox } from '../../../sync/consentOutbox.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { scrollFocus } from '../scrollFocus.ts'
import { ConsentAnswer } from './ConsentAnswer.tsx'
import { ConsentClock } from './ConsentClock.tsx'
import { ConsentDesk } from './ConsentDesk.tsx'
import { ConsentOutcome } from './ConsentOutcome.tsx'
import { ConsentText } from './ConsentText.tsx'
import { foldedConsent } from './foldedConsent.ts'
import './ConsentSheet.css'

type ConsentSheetProps = {
  readonly plan: EventPlan
  readonly open: ConsentView | null
  readonly past: PastConsent | null
  readonly answer: PlenumAnswer | undefined
  readonly outbox: ConsentOutbox | null
  readonly leads: boolean
  readonly isFolded: boolean
  readonly what: string
  readonly nameOf: (id: ResultId) => string | null
  readonly onDraft: (draft: ConsentBallot | null) => void
  readonly onDismiss: () => void
}

/** The exact text on top, the answers beneath; for who leads, the desk. */
export function ConsentSheet(props: ConsentSheetProps) {
  const { plan, open, past, answer, outbox, leads, isFolded, what, nameOf, onDraft, onDismiss } = props
  const t = useTexts()
  const id = useId()
  const attempts =
    open?.results.length === 1 && answer ? decisionsOf(first(open), answer.decisions).length : 0
  return (
    <section className="consent-sheet" aria-labelledby={id} hidden={isFolded} data-desk={leads || undefined}>
      <header>
        <h2 id={id} dir="auto">
          {open ? t(open.mayAnswer ? 'consent:title' : 'consent:titleLead') : what}
        </h2>
        {open && attempts > 0 && (
          <span className="hint num">{t('consent:attempt', { number: attempts + 1 })}</span>
        )}
        {open && <ConsentClock endsAt={open.endsAt} />}
        {open && (
          <Button
            variant="quiet"
            size="small"
            icon="chevron-down"
            iconOnly
            label={t('consent:fold')}
            onClick={() => foldedConsent.set(open.id)}
          />
        )}
        {past && (
          <Button
            variant="quiet"
            size="small"
            icon="x"
            iconOnly
            label={t('consent:dismiss')}
            onClick={onDismiss}
          />
        )}
      </header>
      <div className="consent-scroll" {...scrollFocus} role="group" aria-labelledby={id}>
        {open && open.results.length > 1 && <p className="consent-what">{what}</p>}
        {/* The end of the question is at hand, however long the text is. */}
        {open && leads && <ConsentDesk consent={open} plan={plan} />}
        {open && <ConsentText consent={open} plan={plan} nameOf={nameOf} />}
        {open?.mayAnswer && outbox && (
          <ConsentAnswer consent={open} plan={plan} outbox={outbox} nameOf={nameOf} onDraft={onDraft} />
        )}
        {open && !leads && !open.mayAnswer && <p className="hint">{t('consent:notVoting')}</p>}
        {past && <ConsentOutcome consent={past} plan={plan} answer={answer} />}
      </div>
    </section>
  )
}
const first = ({ results }: ConsentView): ResultId => results[0]?.id as ResultId
