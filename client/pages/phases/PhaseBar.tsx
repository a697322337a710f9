import { useState } from 'react'
import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'
import { mayNow } from './mayNow.ts'
import { PhaseTimer } from './PhaseTimer.tsx'
import { PhaseVoice } from './PhaseVoice.tsx'
import { stageCommand } from './stageCommand.ts'
import { StageRefused } from './StageRefused.tsx'
import { usePhase } from './usePhase.ts'
import { useStageWork } from './useStageWork.ts'
import './PhaseBar.css'

const PhaseDesk = fetchedApart(async () => (await import('./PhaseDesk.tsx')).PhaseDesk)

type PhaseBarProps = { readonly person: Person; readonly plan: EventPlan; readonly stage: Stage }

/** Which phase runs, what for, how long, and what one may do now; for those who lead also the way on. */
export function PhaseBar({ person, plan, stage }: PhaseBarProps) {
  const t = useTexts()
  const language = useLanguage()
  const now = usePhase(person, plan, stage)
  const work = useStageWork()
  const [isLeading, setLeading] = useState(false)
  if (!now) return null
  const { state, phase, next, round, leads, isMember, isDone } = now
  const may = mayNow(now)
  return (
    <>
      {/* Here before the first phase begins, so that it is said. */}
      <PhaseVoice now={now} />
      {(state || leads) && (
        <section className="phase-bar" aria-label={t('phases:bar')}>
          <div className="phase-words">
            <p>
              <strong className="phase-name" lang={phase ? plan.language : undefined}>
                {phase ? labelOf(phase, language) : t('phases:none')}
              </strong>{' '}
              {phase && (
                <span className="phase-goal" lang={plan.language}>
                  {phase.goal}
                </span>
              )}
            </p>
            {(may || now.rapporteur) && (
              <p className="phase-may">
                {may && t(may)}{' '}
                {now.rapporteur && (
                  <span className="phase-rapporteur">
                    {t('phases:rapporteurIs', { name: now.rapporteur })}
                  </span>
                )}
              </p>
            )}
          </div>
          {state && (
            <p className="phase-time">
              <span className="phase-until">
                {t('phases:until', { time: clockText(momentIn(plan.timezone, state.endsAt).time) })}
              </span>
              <PhaseTimer endsAt={state.endsAt} />
              {(isMember || leads) && (
                <span className="phase-done num">
                  {t('phases:doneCount', { count: now.done, all: now.people })}
                </span>
              )}
            </p>
          )}
          {(isMember ? state : leads) && (
            <div className="phase-ways">
              {state && isMember && (
                <Button
                  size="small"
                  icon={isDone ? 'check' : undefined}
                  aria-pressed={isDone}
                  aria-disabled={work.isBusy || undefined}
                  onClick={() => work.run(() => stageCommand(stage, 'done', { done: !isDone, round }))}
                >
                  {t('phases:imDone')}
                </Button>
              )}
              {leads && next && (
                <Button
                  size="small"
                  iconEnd="arrow-right"
                  aria-disabled={work.isBusy || undefined}
                  onClick={() => work.run(() => stageCommand(stage, 'phase', { phase: next.id, round }))}
                >
                  {t(state ? 'phases:next' : 'phases:first', { phase: labelOf(next, language) })}
                </Button>
              )}
              {leads && (
                <Button
                  size="small"
                  variant="quiet"
                  icon="hand"
                  aria-haspopup="dialog"
                  onClick={() => setLeading(true)}
                >
                  {t('phases:lead')}
                </Button>
              )}
            </div>
          )}
          <StageRefused stage={stage} work={work} />
          {leads && isLeading && (
            <PhaseDesk person={person} plan={plan} stage={stage} isOpen onClose={() => setLeading(false)} />
          )}
        </section>
      )}
    </>
  )
}
