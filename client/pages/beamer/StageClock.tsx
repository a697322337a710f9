import { phasesOf, type Stage } from '#shared/day/phaseState.ts'
import { labelOf } from '#shared/template.ts'
import { useDay, useMe } from '../../sync/records.ts'
import { useServerClock } from '../../sync/useServerClock.ts'
import { classNames } from '../../ui/classNames.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { timerText } from '../phases/PhaseTimer.tsx'

const shortMs = 2 * 60_000

/** The phase that runs on a stage, with what is left of it. */
export const useStageClock = (stage: Stage) => {
  const language = useLanguage()
  const plan = useMe().data?.event
  const state = useDay().data?.phases[stage]
  const now = useServerClock(500)
  const phase = plan && state ? phasesOf(plan, stage).find(({ id }) => id === state.phase) : undefined
  if (!state || !phase) return null
  const left = state.endsAt - now
  return {
    name: labelOf(phase, language),
    goal: phase.goal,
    endsAt: state.endsAt,
    left,
    isShort: left <= shortMs,
  }
}

/** Small, beside something else. */
export function StageClock({ stage }: { readonly stage: Stage }) {
  const t = useTexts()
  const clock = useStageClock(stage)
  const where = stage === 'plenum' ? t('wall:plenum') : stage
  return (
    <p className={classNames('stage-clock num', clock?.isShort && 'short')}>
      <span>
        {where}
        {clock && `, ${clock.name}`}
      </span>
      {clock ? (
        <strong role="timer">{clock.left > 0 ? timerText(clock.left) : t('wall:overShort')}</strong>
      ) : (
        <span>{t('wall:noPhase')}</span>
      )}
    </p>
  )
}
