import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { usePhase } from './usePhase.ts'
import '../plenum/PhaseList.css'

type PhaseStepsProps = { readonly person: Person; readonly plan: EventPlan; readonly stage: Stage }

/** All phases in a row: what was before the one that runs, and what is still to come. */
export function PhaseSteps({ person, plan, stage }: PhaseStepsProps) {
  const t = useTexts()
  const language = useLanguage()
  const now = usePhase(person, plan, stage)
  if (!now?.phase) return null
  const at = now.phases.indexOf(now.phase)
  return (
    <ol className="phases" aria-label={t('phases:steps')}>
      {now.phases.map((phase, place) => (
        <li key={phase.id} aria-current={place === at ? 'step' : undefined}>
          {place < at && (
            <>
              <Icon name="check" size={14} />
              <span className="vh">{t('phases:stepDone')} </span>
            </>
          )}
          {labelOf(phase, language)}
        </li>
      ))}
    </ol>
  )
}
