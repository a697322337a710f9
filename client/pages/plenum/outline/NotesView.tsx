import { Link } from 'react-router'
import { isErased } from '#shared/gather.ts'
import type { KindId, NoteRef } from '#shared/ids.ts'
import { groupOf } from '#shared/template.ts'
import { Button } from '../../../ui/Button.tsx'
import { GroupBadge } from '../../../ui/GroupBadge.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { NoteCard } from '../../../ui/NoteCard.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { JoinResult } from './JoinResult.tsx'
import { MergePreview } from './MergePreview.tsx'
import { viewPath } from '../plenumView.ts'
import { DiscussToggle } from '../presenting/presentingParts.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import './NotesView.css'

type NotesViewProps = {
  readonly refs: readonly NoteRef[]
  /** Who leads the Plenum decides about them; everyone else reads one. */
  readonly onDone?: (() => void) | undefined
  /** What they would become. */
  readonly kind?: KindId | null | undefined
  readonly onBack?: (() => void) | undefined
}

/** Chosen notes side by side, in full. */
export function NotesView({ refs, onDone, kind = null, onBack }: NotesViewProps) {
  const t = useTexts()
  const { notes, plan, items } = usePlenumPlace()
  const home = items.find(({ result }) => refs.some((ref) => result.sources.includes(ref)))
  const shown = refs.flatMap((ref) => notes.get(ref) ?? [])
  return (
    <div className="notes-view">
      {onBack ? (
        <Button className="back-link" variant="quiet" icon="arrow-left" onClick={onBack}>
          {t('plenum:allResults')}
        </Button>
      ) : (
        <Link className="back-link" to="/plenum">
          <Icon name="arrow-left" />
          {t('plenum:allResults')}
        </Link>
      )}
      <div>
        <h2>
          {onDone && shown.length > 1
            ? t('plenum:sameQuestion')
            : onDone
              ? t('plenum:oneChosen')
              : t('plenum:oneNote')}
        </h2>
        {onDone ? (
          <p className="muted">{t('plenum:originalsUndo')}</p>
        ) : home ? (
          <p>
            {t('plenum:takenUpIn')}{' '}
            <Link to={viewPath({ kind: 'result', id: home.result.id })}>
              {[home.name, home.result.title].filter(Boolean).join(' ')}
            </Link>
          </p>
        ) : (
          <p className="muted">{t('plenum:notTakenUp')}</p>
        )}
      </div>
      <ul className="notes-pair">
        {shown.map((note) => (
          <li key={note.ref}>
            <p className="notes-from">
              <GroupBadge letter={note.group} size="small" />
              <span lang={plan.language}>{groupOf(plan, note.group)?.title ?? note.group}</span>
            </p>
            <NoteCard
              plan={plan}
              note={note}
              size="large"
              showKind
              withdrawn={
                note.withdrawn && note.mergedInto
                  ? t('app:mergedIn', { note: note.mergedInto })
                  : note.withdrawn
              }
              erased={isErased(note)}
            />
            <DiscussToggle target={note.ref} name={note.number} />
          </li>
        ))}
      </ul>
      {onDone && <MergePreview notes={shown} kind={kind} />}
      {onDone && <JoinResult refs={shown.map(({ ref }) => ref)} onDone={onDone} />}
    </div>
  )
}
