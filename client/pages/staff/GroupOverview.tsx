import { Link } from 'react-router'
import type { EventPlan, Group } from '#shared/template.ts'
import { useNoteFacts } from '../../sync/records.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type GroupOverviewProps = { readonly plan: EventPlan }

export function GroupOverview({ plan }: GroupOverviewProps) {
  const t = useTexts()
  return (
    <section className="staff-section" aria-labelledby="groups">
      <h2 id="groups">{t('staff:groups')}</h2>
      <ul className="group-overview">
        {plan.groups.map((group) => (
          <GroupTile key={group.id} group={group} language={plan.language} />
        ))}
      </ul>
    </section>
  )
}

function GroupTile({ group, language }: { readonly group: Group; readonly language: string }) {
  const t = useTexts()
  const count = useNoteFacts(group.id).data?.notes.length
  return (
    <li>
      <Link className="sheet" to={`/gruppe/${encodeURIComponent(group.id)}`}>
        <GroupBadge letter={group.id} />
        <span>
          <span className="vh">{group.id}: </span>
          <strong lang={language}>{group.title}</strong>
          {count !== undefined && (
            <span className="hint num">
              <br />
              {t('staff:noteCount', { count })}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
