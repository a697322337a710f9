import { Link } from 'react-router'
import type { MeAnswer } from '#shared/api.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type ElsewhereProps = { readonly me: MeAnswer }

/** Quiet ways to everything else: other groups may be read by all. */
export function Elsewhere({ me }: ElsewhereProps) {
  const t = useTexts()
  const { person, event } = me
  const own = person.seat?.kind === 'group' ? person.seat.group : null
  const others = event.groups.filter((group) => group.id !== own)
  const runsPlenum = person.seat?.kind === 'plenum'
  const title =
    person.role === 'staff' ? 'today:allGroups' : others.length > 0 ? 'today:otherGroups' : 'today:elsewhere'
  return (
    <nav className="elsewhere" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t(title)}</h2>
      <ul>
        {others.map((group) => (
          <li key={group.id}>
            <Link to={`/gruppe/${encodeURIComponent(group.id)}`} lang={event.language}>
              <GroupBadge letter={group.id} size="small" />
              <span>
                <span className="vh">{group.id}: </span>
                {group.title}
              </span>
            </Link>
          </li>
        ))}
        {!runsPlenum && (
          <li>
            <Link to="/plenum">
              <GroupBadge letter="P" size="small" />
              <span>{t('today:plenumTitle')}</span>
            </Link>
          </li>
        )}
        {person.role !== 'beamer' && person.role !== 'staff' && (
          <li>
            <Link to="/meine-karten">
              <GroupBadge letter="K" size="small" />
              <span>{t('today:myNotes')}</span>
            </Link>
          </li>
        )}
        {person.role === 'moderator' && (
          <li>
            <Link to="/redaktion">
              <GroupBadge letter="R" size="small" />
              <span>{t('today:staffTitle')}</span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
