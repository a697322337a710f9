import type { Result } from '#shared/result.ts'
import { labelOf } from '#shared/template.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { Refused } from '../Refused.tsx'
import { TagMenu } from './TagMenu.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

export type Addition = 'lead' | 'due' | 'source' | 'link' | 'point' | 'reservation'

type AddRowProps = { readonly result: Result; readonly onAdd: (what: Addition) => void }

const isUnset = { lead: hasNoLead, due: hasNoDue }

/** What this result may have and does not have yet. */
export function AddRow({ result, onAdd }: AddRowProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = usePlenumPlace()
  const command = useCommand()
  const all = {
    lead: t('plenum:addLead'),
    due: t('plenum:addDue'),
    source: t('plenum:addSource'),
    link: t('plenum:addLink'),
    point: t('plenum:addPoint'),
    reservation: t('plenum:addReservation'),
  } satisfies Record<Addition, string>
  const shown = (Object.keys(all) as Addition[]).filter(
    (what) => !(what in isUnset) || isUnset[what as keyof typeof isUnset](result),
  )
  return (
    <div className="add-row" role="group" aria-label={t('plenum:add')}>
      {shown.map((what) => (
        <Button key={what} className="add-chip" size="small" icon="plus" onClick={() => onAdd(what)}>
          {all[what]}
        </Button>
      ))}
      {plan.tagSets
        .filter((set) => !set.tags.some(({ id }) => result.tags.includes(id)))
        .map((set) => (
          <TagMenu key={set.id} result={result} set={set} label={labelOf(set, language)} command={command} />
        ))}
      <Refused error={command.error} />
    </div>
  )
}

function hasNoLead({ lead }: Result): boolean {
  return lead.levels.length === 0 && !lead.text
}
function hasNoDue({ due }: Result): boolean {
  return !due.date && !due.text
}
