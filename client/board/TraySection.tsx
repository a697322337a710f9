import type { NoteId } from '#shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NoteCard } from '../ui/NoteCard.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace, useNoteFact } from './useBoardPlace.ts'
import { useNote } from './useNote.ts'

/** Ablage: deleting is laying away, and everybody can take back. */
export function TraySection({ trashed }: { readonly trashed: readonly NoteId[] }) {
  const t = useTexts()
  return (
    <section className="zone" id="tray" aria-labelledby="tray-title">
      <h2 id="tray-title" className="zone-head plain" tabIndex={-1}>
        {t('group:trayTitle')}
        {trashed.length > 0 && (
          <span className="count num">{t('group:notes', { count: trashed.length })}</span>
        )}
      </h2>
      <div className="zone-body">
        {trashed.length === 0 ? (
          <EmptyState title={t('group:trayEmptyTitle')}>{t('group:trayEmpty')}</EmptyState>
        ) : (
          <ul className="cards">
            {trashed.map((id) => (
              <li key={id}>
                <TrashedNote id={id} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function TrashedNote({ id }: { readonly id: NoteId }) {
  const t = useTexts()
  const { store, actions, plan, mayWrite } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  if (!note) return null
  const restore = () => {
    actions.restore(id)
    document.getElementById('tray-title')?.focus()
  }
  return (
    <NoteCard
      plan={plan}
      note={{ number: fact?.number ?? null, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      clamp
      trashed
      actions={
        mayWrite && (
          <Button
            size="small"
            icon="archive-restore"
            aria-label={t('group:restoreNote', { note: fact?.number ?? t('group:thisNote') })}
            onClick={restore}
          >
            {t('group:restore')}
          </Button>
        )
      }
    />
  )
}
