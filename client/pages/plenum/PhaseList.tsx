import { labelOf, type EventPlan, type Phase } from '#shared/template.ts'
import { useServerClock } from '../../sync/useServerClock.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { momentIn } from '../eventTime.ts'
import './PhaseList.css'

/** What the Plenum does after what, on its day: done, now, still to come. It informs, it locks nothing. */
export function PhaseList({ plan }: { readonly plan: EventPlan }) {
  const t = useTexts()
  const language = useLanguage()
  const { date, time } = momentIn(plan.timezone, useServerClock())
  const phases = plan.plenumPhases
  const last = phases.at(-1)
  if (!last || date !== plan.date || time >= last.end) return null
  const isNow = ({ start, end }: Phase) => start <= time && time < end
  return (
    <ol className="phases" aria-label={t('plenum:phases')}>
      {phases.map((phase) => (
        <li key={phase.id} aria-current={isNow(phase) ? 'step' : undefined}>
          {phase.end <= time && (
            <>
              <Icon name="check" size={14} />
              <span className="vh">{t('plenum:phaseDone')} </span>
            </>
          )}
          {labelOf(phase, language)}
          {isNow(phase) && <span className="vh"> {t('plenum:until', { time: phase.end })}</span>}
        </li>
      ))}
    </ol>
  )
}
