import { manyMarked, missedQuestions, type GroupControl } from '#shared/day/control.ts'
import type { Person } from '#shared/api.ts'
import { may, runs } from '#shared/roles.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Cell } from './Cell.tsx'
import { PhaseCell } from './PhaseCell.tsx'

type GroupRowProps = {
  readonly person: Person
  readonly plan: EventPlan
  readonly group: Group
  readonly row: GroupControl
  readonly now: number
  readonly onLead: () => void
  readonly onTell: () => void
}

/** One group: what is worth looking at has an icon and a sentence, everything else is a number. */
export function GroupRow({ person, plan, group, row, now, onLead, onTell }: GroupRowProps) {
  const t = useTexts()
  const { people, phase } = row
  const missed = missedQuestions(row, plan.phases[0]?.id, now)
  return (
    <li className="control-row sheet">
      <h3>
        <GroupBadge letter={group.id} />
        <span className="vh">{group.id}: </span>
        <span lang={plan.language}>{group.title}</span>
      </h3>
      <dl>
        <Cell label={t('control:phase')}>
          <PhaseCell phases={plan.phases} state={phase} now={now} />
        </Cell>
        <Cell label={t('control:people')}>
          <span className="num">
            {people.seated === 0
              ? t('control:nobodySeated')
              : t('control:here', { here: people.present, all: people.seated })}
          </span>
          {!row.isLed && <Alarm icon="user-round">{t('control:notLed')}</Alarm>}
          {row.unsaved > 0 && <Alarm icon="hourglass">{t('control:unsaved', { count: row.unsaved })}</Alarm>}
        </Cell>
        <Cell label={t('control:notes')}>
          {row.drafts && <span className="num">{t('control:drafts', row.drafts)}</span>}
          <ul className="control-notes num">
            {row.notes.map(({ question, count }) => (
              <li key={question}>
                {missed.includes(question) ? (
                  <Alarm icon="triangle-alert">{t('control:noCard', { question })}</Alarm>
                ) : (
                  t('control:cardsOf', { question, count })
                )}
              </li>
            ))}
          </ul>
          {row.parked > 0 && <span className="hint num">{t('control:parked', { count: row.parked })}</span>}
        </Cell>
        <Cell label={t('control:marked')}>
          <span className="num">{row.marked}</span>
          {row.marked > manyMarked && <Alarm icon="info">{t('control:many')}</Alarm>}
          {phase && (
            <span className="hint" dir="auto">
              {row.rapporteur
                ? t('control:rapporteur', { name: row.rapporteur.name })
                : t('control:noRapporteur')}
            </span>
          )}
        </Cell>
        <Cell label={t('control:done')}>
          <span className="num">
            {phase ? t('control:doneOf', { count: row.done, all: people.seated }) : '–'}
          </span>
        </Cell>
      </dl>
      <div className="control-ways">
        {runs(person, group.id) && (
          <Button
            size="small"
            aria-label={t('control:leadOf', { stage: t('phases:groupName', { group: group.id }) })}
            onClick={onLead}
          >
            {t('control:lead')}
          </Button>
        )}
        {may(person, 'notify') && (
          <Button size="small" aria-label={t('control:nudgeOf', { group: group.id })} onClick={onTell}>
            {t('control:nudge')}
          </Button>
        )}
        <ButtonLink size="small" variant="quiet" to={`/gruppe/${encodeURIComponent(group.id)}`}>
          {t('control:open', { group: group.id })}
        </ButtonLink>
        <ButtonLink
          size="small"
          variant="quiet"
          aria-label={t('control:sheetOf', { group: group.id })}
          to={`/gruppe/${encodeURIComponent(group.id)}/blatt`}
        >
          {t('control:sheet')}
        </ButtonLink>
      </div>
    </li>
  )
}

type AlarmProps = {
  readonly icon: 'triangle-alert' | 'hourglass' | 'user-round' | 'info'
  readonly children: string
}
function Alarm({ icon, children }: AlarmProps) {
  return (
    <span className="control-alarm">
      <Icon name={icon} size={16} />
      {children}
    </span>
  )
}
