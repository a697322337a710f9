import { useState } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { may } from '#shared/roles.ts'
import { useMe } from '../sync/records.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { NoteCard } from '../ui/NoteCard.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { EraseDialog, type ErasableNote } from './EraseDialog.tsx'
import { useBoardPlace, useIsUnsaved, useNoteFact } from './useBoardPlace.ts'
import { MergedFrom } from './relating/MergedFrom.tsx'
import { useOriginals } from './relating/useOriginals.ts'
import { useNote } from './useNote.ts'

/** Ablage: deleting is laying away, and everybody can take back. Who runs the group may erase for good. */
export function TraySection({ trashed }: { readonly trashed: readonly NoteId[] }) {
  const t = useTexts()
  const { mayWrite } = useBoardPlace()
  const person = useMe().data?.person
  const [asked, setAsked] = useState<ErasableNote | null>(null)
  const mayErase = mayWrite && person !== undefined && may(person, 'eraseNotes')
  const close = (isErased: boolean) => {
    setAsked(null)
    // The card that asked is gone.
    if (isErased) setTimeout(focusTray)
  }
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
                <TrashedNote id={id} onErase={mayErase ? setAsked : undefined} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {asked && <EraseDialog {...asked} onClose={close} />}
    </section>
  )
}

const focusTray = () => document.getElementById('tray-title')?.focus()

type TrashedNoteProps = {
  readonly id: NoteId
  readonly onErase: ((asked: ErasableNote) => void) | undefined
}

function TrashedNote({ id, onErase }: TrashedNoteProps) {
  const t = useTexts()
  const { store, actions, plan, mayWrite } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const unsaved = useIsUnsaved(id)
  const merged = useOriginals(id).length
  if (!note) return null
  const restore = () => {
    actions.restore(id)
    focusTray()
  }
  const number = fact?.number ?? null
  return (
    <NoteCard
      plan={plan}
      note={{ number, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      clamp
      trashed
      unsaved={unsaved}
      foot={merged > 0 && <MergedFrom id={id} count={merged} />}
      actions={
        mayWrite && (
          <>
            <Button
              size="small"
              icon="archive-restore"
              aria-label={t('group:restoreNote', { note: number ?? t('group:thisNote') })}
              onClick={restore}
            >
              {t('group:restore')}
            </Button>
            {onErase && (
              <Button
                className="erase-note"
                size="small"
                variant="quiet"
                aria-haspopup="dialog"
                aria-label={t('group:eraseNote', { note: number ?? t('group:thisNote') })}
                onClick={() => onErase({ note, number })}
              >
                {t('group:erase')}
              </Button>
            )}
          </>
        )
      }
    />
  )
}
