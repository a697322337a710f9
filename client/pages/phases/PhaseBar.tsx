import { useState } from 'react'
import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { Message } from '../../ui/Message.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { clockText, momentIn } from '../eventTime.ts'
import { useCommand } from '../plenum/useCommand.ts'
import { mayNow } from './mayNow.ts'
import { PhaseTimer } from './PhaseTimer.tsx'
import { PhaseVoice } from './PhaseVoice.tsx'
import { stageCommand } from './stageCommand.ts'
import { usePhase } from './usePhase.ts'
import './PhaseBar.css'

const PhaseDesk = fetchedApart(async () => (await import('./PhaseDesk.tsx')).PhaseDesk)

type PhaseBarProps = { readonly person: Person; readonly plan: EventPlan; readonly stage: Stage }

/** Which phase runs, what for, how long, and what one may do now; for those who lead also the way on. */
export function PhaseBar({ person, plan, stage }: PhaseBarProps) {
  const t = useTexts()
  const language = useLanguage()
  const refusalText = useRefusalText()
  const now = usePhase(person, plan, stage)
  const command = useCommand()
  const [isLeading, setLeading] = useState(false)
  if (!now) return null
  const { state, phase, next, round, leads, isMember, isDone } = now
  const may = mayNow(now)
  const run = (work: () => Promise<unknown>) => void command.run(work)
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
                  aria-disabled={command.isBusy || undefined}
                  onClick={() => run(() => stageCommand(stage, 'done', { done: !isDone, round }))}
                >
                  {t('phases:imDone')}
                </Button>
              )}
              {leads && next && (
                <Button
                  size="small"
                  iconEnd="arrow-right"
                  aria-disabled={command.isBusy || undefined}
                  onClick={() => run(() => stageCommand(stage, 'phase', { phase: next.id, round }))}
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
          {command.error !== null && (
            <div className="phase-refused">
              <Message
                tone="bad"
                live
                actions={
                  <Button size="small" onClick={command.forget}>
                    {t('app:close')}
                  </Button>
                }
              >
                {refusalText(command.error)}
              </Message>
            </div>
          )}
          {leads && isLeading && (
            <PhaseDesk person={person} plan={plan} stage={stage} isOpen onClose={() => setLeading(false)} />
          )}
        </section>
      )}
    </>
  )
}
