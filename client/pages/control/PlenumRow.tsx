import type { ControlAnswer } from '#shared/day/control.ts'
import type { Person } from '#shared/api.ts'
import { runs } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Cell } from './Cell.tsx'
import { PhaseCell } from './PhaseCell.tsx'

type PlenumRowProps = {
  readonly person: Person
  readonly plan: EventPlan
  readonly row: ControlAnswer['plenum']
  readonly now: number
  readonly onLead: () => void
}

export function PlenumRow({ person, plan, row, now, onLead }: PlenumRowProps) {
  const t = useTexts()
  return (
    <li className="control-row plenum sheet">
      <h3>
        <GroupBadge letter="P" />
        <span>{t('control:plenum')}</span>
      </h3>
      <dl>
        <Cell label={t('control:phase')}>
          <PhaseCell phases={plan.plenumPhases} state={row.phase} now={now} />
        </Cell>
        <Cell label={t('control:done')}>
          <span className="num">
            {row.phase ? t('control:doneOf', { count: row.done, all: row.people }) : '–'}
          </span>
        </Cell>
      </dl>
      <div className="control-ways">
        {runs(person, 'plenum') && (
          <Button
            size="small"
            aria-label={t('control:leadOf', { stage: t('phases:plenumName') })}
            onClick={onLead}
          >
            {t('control:lead')}
          </Button>
        )}
        <ButtonLink size="small" variant="quiet" to="/plenum">
          {t('control:openPlenum')}
        </ButtonLink>
      </div>
    </li>
  )
}
