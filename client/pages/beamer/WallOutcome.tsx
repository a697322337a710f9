import type { ResultId } from '#shared/ids.ts'
import { remarksAt } from '#shared/plenum/remark.ts'
import type { Standing } from '#shared/result.ts'
import { labelOf, type EventPlan } from '#shared/template.ts'
import { usePlenum } from '../../sync/records.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'

const looks = {
  open: { icon: 'circle-dashed', text: 'beamer:undecided' },
  adopted: { icon: 'circle-check', text: 'beamer:adopted' },
  deferred: { icon: 'circle-pause', text: 'beamer:deferred' },
  rejected: { icon: 'circle-x', text: 'beamer:rejected' },
  objected: { icon: 'message-square-warning', text: 'beamer:objected' },
  changed: { icon: 'history', text: 'beamer:changed' },
} as const satisfies Record<string, { icon: IconName; text: string }>

type WallOutcomeProps = {
  readonly plan: EventPlan
  readonly result: ResultId
  readonly standing: Standing
}

/** What was decided about exactly this text, with its counts. */
export function WallOutcome({ plan, result, standing }: WallOutcomeProps) {
  const t = useTexts()
  const language = useLanguage()
  const answer = usePlenum().data
  const remarks = answer ? remarksAt(result, answer.remarks, answer.decisions).length : 0
  const isObjected = standing.state === 'open' && standing.decision !== null
  const state = standing.changed ? 'changed' : isObjected ? 'objected' : standing.state
  const counts = state === 'changed' ? {} : (standing.decision?.counts ?? {})
  return (
    <div className="wall-outcome" data-state={state}>
      <p className="wall-word">
        <Icon name={looks[state].icon} />
        {t(looks[state].text)}
      </p>
      {Object.keys(counts).length > 0 && (
        <ul className="wall-tally">
          {plan.consent.map((option) => (
            <li key={option.id}>
              {labelOf(option, language)} <strong className="num">{counts[option.id] ?? 0}</strong>
            </li>
          ))}
        </ul>
      )}
      {remarks > 0 && <p className="num">{t('beamer:remarks', { count: remarks })}</p>}
    </div>
  )
}
