import { useEffect, useRef, useState } from 'react'
import { passedMark } from '#shared/day/phaseMoves.ts'
import { labelOf } from '#shared/template.ts'
import { useServerClock } from '../../sync/useServerClock.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { mayNow } from './mayNow.ts'
import type { PhaseNow } from './usePhase.ts'

const sentences = { five: 'phases:saidFive', one: 'phases:saidOne', over: 'phases:saidOver' } as const

/** Says politely what screen readers cannot see: a phase begins, five minutes are left, one, none. */
export function PhaseVoice({ now }: { readonly now: PhaseNow }) {
  const t = useTexts()
  const language = useLanguage()
  const clock = useServerClock(1000)
  const [said, setSaid] = useState('')
  const { state, phase } = now
  const left = state ? state.endsAt - clock : null
  const last = useRef({ round: now.round, left })
  const may = mayNow(now)

  useEffect(() => {
    const before = last.current
    last.current = { round: now.round, left }
    if (now.round !== before.round) {
      const words = may ? t(may) : ''
      if (phase) setSaid(t('phases:saidStarted', { phase: labelOf(phase, language), may: words }).trim())
      else setSaid(t('phases:saidEnded'))
      return
    }
    // Whoever opens the page late is not told what they see.
    const mark = left === null || before.left === null ? null : passedMark(before.left, left)
    if (mark) setSaid(t(sentences[mark]))
  }, [now.round, left, phase, may, language, t])

  return (
    <p className="vh" role="status">
      {said}
    </p>
  )
}
