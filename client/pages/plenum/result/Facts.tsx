import { useState, type ReactNode } from 'react'
import type { LevelId } from '#shared/ids.ts'
import { labelOf, tagNames } from '#shared/template.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import type { Addition } from './AddRow.tsx'
import { CheckMenu } from './CheckMenu.tsx'
import { DueDialog } from './DueDialog.tsx'
import { dueText, leadText } from './factText.ts'
import { LeadDialog } from './LeadDialog.tsx'
import { changeResult } from '../plenumCommands.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { Refused } from '../Refused.tsx'
import { TagMenu } from './TagMenu.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type FactsProps = {
  readonly item: OutlineItem
  readonly adding: Addition | null
  readonly onEnd: () => void
}

/** Levels, tags, lead and due date. What the template does not have and nobody has set is not shown. */
export function Facts({ item: { result }, adding, onEnd }: FactsProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan, canEdit } = usePlenumPlace()
  const command = useCommand()
  const [editing, setEditing] = useState<Addition | null>(null)
  const open = adding ?? editing
  const close = () => {
    setEditing(null)
    onEnd()
  }
  const lead = leadText(result.lead, plan, language, t('app:allLevels'))
  const due = dueText(result.due, language)
  const edit = (what: Addition, label: string) =>
    canEdit && (
      <Button
        variant="quiet"
        size="small"
        icon="pencil"
        iconOnly
        label={label}
        onClick={() => setEditing(what)}
      />
    )

  return (
    <div className="facts-box">
      <dl className="facts">
        {plan.levels.length > 0 && (canEdit || result.levels.length > 0) && (
          <Fact name={t('plenum:levels')}>
            {plan.levels
              .filter(({ id }) => result.levels.includes(id))
              .map((level) => (
                <span key={level.id} className="chip level">
                  {labelOf(level, language)}
                </span>
              ))}
            {canEdit && (
              <CheckMenu
                label={t('plenum:level')}
                name={t('plenum:changeLevels')}
                options={plan.levels.map((level) => ({ id: level.id, label: labelOf(level, language) }))}
                selected={result.levels}
                onChange={(levels) =>
                  void command.run(() =>
                    changeResult(result.id, { levels: levels as LevelId[] }, { levels: result.levels }),
                  )
                }
              />
            )}
          </Fact>
        )}
        {plan.tagSets.map((set) => {
          const ids = set.tags.map(({ id }) => id)
          const chosen = result.tags.filter((tag) => ids.includes(tag))
          if (chosen.length === 0) return null
          return (
            <Fact key={set.id} name={labelOf(set, language)}>
              <span>{tagNames(plan, chosen, language).join(', ')}</span>
              {canEdit && <TagMenu result={result} set={set} label={t('plenum:choose')} command={command} />}
            </Fact>
          )
        })}
        {lead && (
          <Fact name={t('plenum:lead')}>
            <span dir="auto">{lead}</span>
            {edit('lead', t('plenum:editLead'))}
          </Fact>
        )}
        {due && (
          <Fact name={t('plenum:due')}>
            <span className="num" dir="auto">
              {due}
            </span>
            {edit('due', t('plenum:editDue'))}
          </Fact>
        )}
      </dl>
      <Refused error={command.error} />
      {open === 'lead' && (
        <LeadDialog
          title={t('plenum:leadTitle')}
          value={result.lead}
          onSave={(next, was) => changeResult(result.id, { lead: next }, { lead: was })}
          onClose={close}
        />
      )}
      {open === 'due' && (
        <DueDialog
          value={result.due}
          onSave={(next, was) => changeResult(result.id, { due: next }, { due: was })}
          onClose={close}
        />
      )}
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
