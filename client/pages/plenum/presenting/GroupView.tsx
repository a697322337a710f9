import { Link } from 'react-router'
import { isErased } from '#shared/gather.ts'
import type { GroupId, NoteRef } from '#shared/ids.ts'
import { groupOf } from '#shared/template.ts'
import { useDay } from '../../../sync/records.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { GroupBadge } from '../../../ui/GroupBadge.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { NoteCard } from '../../../ui/NoteCard.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { spokenName } from '../outline/plenumOutline.ts'
import { viewPath } from '../plenumView.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { DiscussToggle } from './DiscussToggle.tsx'
import { groupNotes } from './groupNotes.ts'
import './groupView.css'

type GroupViewProps = { readonly group: GroupId; readonly note: NoteRef | null }

/** What a group brings: all its cards, or the one that is spoken about. */
export function GroupView({ group, note: ref }: GroupViewProps) {
  const t = useTexts()
  const { plan, notes, items } = usePlenumPlace()
  const name = useDay().data?.rapporteurs[group]
  const all = groupNotes(notes.values(), group)
  const at = all.findIndex((note) => note.ref === ref)
  const one = ref ? notes.get(ref) : undefined
  const shown = one ? [one] : all
  const path = (note: NoteRef | null) => viewPath({ kind: 'group', group, note })
  const way = (by: -1 | 1) => {
    const to = at < 0 ? undefined : all[at + by]
    return (
      to && (
        <ButtonLink
          variant="quiet"
          to={path(to.ref)}
          aria-label={`${t(by < 0 ? 'presenting:previousNote' : 'presenting:nextNote')}: ${to.number}`}
          {...(by < 0 ? { icon: 'chevron-left' as const } : { iconEnd: 'chevron-right' as const })}
        >
          {to.number}
        </ButtonLink>
      )
    )
  }
  return (
    <article className="group-view" aria-labelledby="group-title">
      <Link className="back-link" to={one ? path(null) : '/plenum'}>
        <Icon name="arrow-left" />
        {one ? t('presenting:allNotes', { group }) : t('plenum:allResults')}
      </Link>
      <header>
        <GroupBadge letter={group} />
        <div>
          <h2 id="group-title" lang={plan.language}>
            {groupOf(plan, group)?.title ?? group}
          </h2>
          <p className="muted num">
            {one && at >= 0
              ? t('presenting:noteOf', { place: at + 1, count: all.length })
              : t('presenting:notesCount', { count: all.length })}
            {name && (
              <>
                {' · '}
                {t('presenting:rapporteur', { name: '' })} <span dir="auto">{name}</span>
              </>
            )}
          </p>
        </div>
      </header>
      {shown.length === 0 ? (
        <EmptyState title={t('presenting:noNotes')}>{t('presenting:noNotesText')}</EmptyState>
      ) : (
        <ul className={one ? 'group-note' : 'group-notes'}>
          {shown.map((note) => {
            const home = items.find(({ result }) => result.sources.includes(note.ref))
            return (
              <li key={note.ref}>
                <NoteCard
                  plan={plan}
                  note={note}
                  size={one ? 'large' : 'list'}
                  showKind
                  withdrawn={note.withdrawn}
                  erased={isErased(note)}
                  foot={home && <span>{t('presenting:takenUp', { name: spokenName(home) })}</span>}
                />
                <DiscussToggle target={note.ref} name={note.number} />
              </li>
            )
          })}
        </ul>
      )}
      {one && (
        <nav className="group-ways" aria-label={t('presenting:group', { group })}>
          {way(-1)}
          {way(1)}
        </nav>
      )}
    </article>
  )
}
