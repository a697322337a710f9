import type { MeAnswer } from '#shared/api.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import { phasesOf, type Stage } from '#shared/day/phaseState.ts'
import { labelOf } from '#shared/template.ts'
import { useVotes } from '../../sync/votes.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'
import type { DayNow } from './dayNow.ts'

type AskedProps = {
  readonly me: MeAnswer
  readonly day: DayNow
  readonly running: DayAnswer | undefined
  readonly now: number
}

/** What is asked of whoever reads at this minute: the phase of their group or the Plenum, else what the agenda says. */
export function Asked({ me, day, running, now }: AskedProps) {
  const t = useTexts()
  const language = useLanguage()
  const { person, event } = me
  const own = person.seat?.kind === 'group' ? person.seat.group : null
  const isVoting = useVotes(own ?? 'plenum').some(({ closedAt }) => closedAt === null)
  const stages: Stage[] = own ? [own, 'plenum'] : ['plenum']
  const states = stages.flatMap((stage) => {
    const state = running?.phases[stage]
    const phase = state && phasesOf(event, stage).find(({ id }) => id === state.phase)
    return state && phase ? [{ stage, state, phase }] : []
  })
  const latest = states.toSorted((a, b) => b.state.startedAt - a.state.startedAt)[0]
  if (latest) {
    const { stage, state, phase } = latest
    const left = Math.ceil((state.endsAt - now) / 60_000)
    const until = clockText(momentIn(event.timezone, state.endsAt).time)
    return (
      <section className="asked" aria-labelledby="asked">
        <p className="muted s">{t(stage === 'plenum' ? 'today:askedInPlenum' : 'today:askedInGroup')}</p>
        <h2 id="asked">{labelOf(phase, language)}</h2>
        <p lang={event.language}>{phase.goal}</p>
        {isVoting && stage === (own ?? 'plenum') && <p>{t('today:askedPoints')}</p>}
        <p className="muted num">
          {left > 0 ? t('today:askedLeft', { count: left, until }) : t('today:askedOver')}
        </p>
        {stage === 'plenum' && person.seat?.kind !== 'plenum' && (
          <Way to="/plenum" label={t('today:toPlenum')} />
        )}
      </section>
    )
  }
  if (day.kind !== 'running' || !day.current) return null
  const { current } = day
  const isPlenum = current.kind === 'plenum' && person.seat?.kind !== 'plenum'
  if (!current.hasQuestions && !isPlenum) return null
  return (
    <section className="asked" aria-labelledby="asked">
      <h2 id="asked">{t(current.hasQuestions ? 'today:askQuestion' : 'today:plenumNow')}</h2>
      <p>{t(current.hasQuestions ? 'today:askQuestionText' : 'today:plenumText')}</p>
      {current.hasQuestions ? (
        <Way to={`/fragen?zu=${encodeURIComponent(current.id)}`} label={t('today:toQuestions')} />
      ) : (
        <Way to="/plenum" label={t('today:toPlenum')} />
      )}
    </section>
  )
}

function Way({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <div>
      <ButtonLink to={to} iconEnd="arrow-right">
        {label}
      </ButtonLink>
    </div>
  )
}
