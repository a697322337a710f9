import type { Person } from '#shared/api.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import { labelOf, type EventPlan, type Phase } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { PointsDesk } from '../points/pointsParts.ts'
import { GroupDesk } from './GroupDesk.tsx'
import { PhaseTimer } from './PhaseTimer.tsx'
import { extendStage, stageCommand } from './stageCommand.ts'
import { StageRefused } from './StageRefused.tsx'
import { usePhase } from './usePhase.ts'
import { useStageWork } from './useStageWork.ts'
import './PhaseDesk.css'

type PhaseDeskProps = {
  readonly person: Person
  readonly plan: EventPlan
  readonly stage: Stage
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What moderators need to lead a group or the Plenum: time, phases, rights, the rapporteur, a message. */
export function PhaseDesk({ person, plan, stage, isOpen, onClose }: PhaseDeskProps) {
  const t = useTexts()
  const language = useLanguage()
  const now = usePhase(person, plan, stage)
  const work = useStageWork()
  const { run } = work
  const isGroup = stage !== 'plenum'
  const name = isGroup ? t('phases:groupName', { group: stage }) : t('phases:plenumName')
  const state = now?.state
  const start = (phase: Phase) =>
    run(() => stageCommand(stage, 'phase', { phase: phase.id, round: now?.round ?? 0 }))
  const extend = (minutes: number) => run(() => extendStage(stage, minutes))
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('phases:leadOf', { stage: name })} className="desk">
      <StageRefused stage={stage} work={work} />
      {state && (
        <section aria-labelledby="desk-time">
          <h3 id="desk-time">{t('phases:timer')}</h3>
          <p>
            <PhaseTimer endsAt={state.endsAt} long />
          </p>
          <div className="row wrap">
            <Button size="small" onClick={() => extend(1)}>
              {t('phases:more')}
            </Button>
            <Button size="small" onClick={() => extend(5)}>
              {t('phases:moreFive')}
            </Button>
            <Button size="small" onClick={() => extend(-1)}>
              {t('phases:less')}
            </Button>
          </div>
        </section>
      )}
      <section aria-labelledby="desk-phases">
        <h3 id="desk-phases">{t('phases:phasesTitle')}</h3>
        <ol className="desk-phases">
          {now?.phases.map((phase) => {
            const isNow = phase.id === state?.phase
            const label = labelOf(phase, language)
            return (
              <li key={phase.id} aria-current={isNow ? 'step' : undefined}>
                <span>
                  <strong>{label}</strong>{' '}
                  <span className="hint">
                    {t('phases:minutes', { count: phase.minutes })}
                    {isNow && ` · ${t('phases:running')}`}
                  </span>
                </span>
                <Button
                  size="small"
                  variant={isNow ? 'quiet' : 'plain'}
                  aria-label={t(isNow ? 'phases:againPhase' : 'phases:startPhase', { phase: label })}
                  onClick={() => start(phase)}
                >
                  {t(isNow ? 'phases:again' : 'phases:start')}
                </Button>
              </li>
            )
          })}
        </ol>
        {state && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => run(() => stageCommand(stage, 'end', { round: state.round }))}
          >
            {t('phases:end')}
          </Button>
        )}
      </section>
      {state && isGroup && (
        <section aria-labelledby="desk-rights">
          <h3 id="desk-rights">{t('phases:rights')}</h3>
          <label className="desk-check">
            <input
              type="checkbox"
              checked={state.members === 'write'}
              onChange={(event) => {
                const members = event.target.checked ? 'write' : 'read'
                run(() => stageCommand(stage, 'members', { members, round: state.round }))
              }}
            />
            <span>{t('phases:membersWrite')}</span>
          </label>
          {state.isHidden && <p className="hint">{t('phases:hiddenHint')}</p>}
        </section>
      )}
      <PointsDesk person={person} stage={stage} run={run} />
      {isGroup && <GroupDesk stage={stage} rapporteur={state ? state.rapporteur : undefined} run={run} />}
    </Dialog>
  )
}
