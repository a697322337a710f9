import { phasesOf } from '#shared/day/phaseState.ts'
import { runs } from '#shared/roles.ts'
import { labelOf } from '#shared/template.ts'
import { element } from '../../ui/element.ts'
import { mayNow } from '../phases/mayNow.ts'
import type { LookContext } from './lookContext.ts'
import '../phases/PhaseBar.css'

/** What `PhaseBar` says in words; of timer and buttons only their room. Null where there is no bar. */
export const phaseLook = ({ person, plan, group, day, language, t }: LookContext): HTMLElement | null => {
  const stage = group.id
  const state = day.phases[stage]
  const leads = runs(person, stage)
  if (!state && !leads) return null
  const phases = phasesOf(plan, stage)
  const at = phases.findIndex(({ id }) => id === state?.phase)
  const [phase = null, next = null] = [phases[at], phases[at + 1]]
  const { role, seat } = person
  const isMember = role === 'member' && seat?.kind === 'group' && seat.group === stage

  const name = element('strong', 'phase-name', phase ? labelOf(phase, language) : t('phases:none'))
  const words = element('div', 'phase-words', element('p', '', name, ' '))
  if (phase) words.firstElementChild?.append(element('span', 'phase-goal', phase.goal))
  const may = mayNow({ state, phase, stage, leads, isMember })
  const rapporteur = day.rapporteurs[stage]
  if (may || rapporteur) {
    const line = element('p', 'phase-may', may ? t(may) : '', ' ')
    if (rapporteur)
      line.append(element('span', 'phase-rapporteur', t('phases:rapporteurIs', { name: rapporteur })))
    words.append(line)
  }
  const bar = element('section', 'phase-bar', words)
  if (state) bar.append(timeRoom(t, isMember || leads))
  const ways = [
    ...(state && isMember ? [t('phases:imDone')] : []),
    ...(leads && next ? [t(state ? 'phases:next' : 'phases:first', { phase: labelOf(next, language) })] : []),
    ...(leads ? [t('phases:lead')] : []),
  ]
  if (isMember ? state : leads)
    bar.append(
      element('div', 'phase-ways look-room', ...ways.map((way) => element('span', 'btn small', way))),
    )
  return bar
}

const timeRoom = (t: LookContext['t'], withCount: boolean): HTMLElement => {
  const timer = element('span', 'phase-timer', element('span', 'phase-timer-word', t('phases:left')), ' ')
  timer.append(element('strong', '', '00:00'))
  const time = element('p', 'phase-time look-room', timer)
  time.prepend(element('span', 'phase-until', t('phases:until', { time: '00:00' })))
  if (withCount) time.append(element('span', 'phase-done num', t('phases:doneCount', { count: 0, all: 0 })))
  return time
}
