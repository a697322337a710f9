import { labelOf, type EventPlan, type Phase } from '#shared/template.ts'
import { useDay } from '../../sync/records.ts'
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
  const running = useDay().data?.phases.plenum
  const phases = plan.plenumPhases
  const last = phases.at(-1)
  const at = phases.findIndex(({ id }) => id === running?.phase)
  if (at < 0 && (!last || date !== plan.date || time >= last.end)) return null
  // What the moderators have started counts; until then the clock does.
  const isNow = (phase: Phase, place: number) =>
    at < 0 ? phase.start <= time && time < phase.end : place === at
  const isOver = (phase: Phase, place: number) => (at < 0 ? phase.end <= time : place < at)
  return (
    <ol className="phases" aria-label={t('plenum:phases')}>
      {phases.map((phase, place) => (
        <li key={phase.id} aria-current={isNow(phase, place) ? 'step' : undefined}>
          {isOver(phase, place) && (
            <>
              <Icon name="check" size={14} />
              <span className="vh">{t('plenum:phaseDone')} </span>
            </>
          )}
          {labelOf(phase, language)}
          {at < 0 && isNow(phase, place) && (
            <span className="vh"> {t('plenum:until', { time: phase.end })}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
