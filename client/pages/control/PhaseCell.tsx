import type { PhaseState } from '#shared/day/phaseState.ts'
import { minuteMs } from '#shared/day/phaseMoves.ts'
import { labelOf, type Phase } from '#shared/template.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'

type PhaseCellProps = {
  readonly phases: readonly Phase[]
  readonly state: PhaseState | null
  /** Server time. */
  readonly now: number
}

/** Which phase runs and how many minutes are left, in words. */
export function PhaseCell({ phases, state, now }: PhaseCellProps) {
  const t = useTexts()
  const language = useLanguage()
  if (!state) return <span className="muted">{t('control:none')}</span>
  const phase = phases.find(({ id }) => id === state.phase)
  const minutes = Math.ceil((state.endsAt - now) / minuteMs)
  const time =
    minutes > 1
      ? t('control:leftMinutes', { minutes })
      : minutes === 1
        ? t('control:lastMinute')
        : minutes > -1
          ? t('control:over')
          : t('control:overBy', { minutes: -minutes })
  const extras = [
    ...(state.isHidden ? [t('control:hidden')] : []),
    ...(state.members === 'read' ? [t('control:readOnly')] : []),
  ]
  return (
    <>
      <strong>{phase ? labelOf(phase, language) : state.phase}</strong>
      <span className={minutes <= 0 ? 'control-time over num' : 'control-time num'}>{time}</span>
      {extras.length > 0 && <span className="hint">{extras.join(', ')}</span>}
    </>
  )
}
