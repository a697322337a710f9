import type { NoteId } from '#shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Message } from '../ui/Message.tsx'
import { NoteCard } from '../ui/NoteCard.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { useBoardPlace, useIsUnsaved, useNoteFact } from './useBoardPlace.ts'
import { MergedFrom } from './relating/MergedFrom.tsx'
import { useOriginals } from './relating/useOriginals.ts'
import { useNote } from './useNote.ts'

const manyNotes = 8

/** Fürs Plenum: what the group hands over, in its order. */
export function MarkedSection({ marked }: { readonly marked: readonly NoteId[] }) {
  const t = useTexts()
  const { mayWrite } = useBoardPlace()
  return (
    <section className="zone" id="marked" aria-labelledby="marked-title">
      <h2 id="marked-title" className="zone-head plain" tabIndex={-1}>
        {t('group:markedTitle')}
        {marked.length > 0 && <span className="count num">{t('group:notes', { count: marked.length })}</span>}
      </h2>
      <div className="zone-body">
        {mayWrite && marked.length >= manyNotes && (
          <Message tone="wait">
            {marked.length === manyNotes
              ? t('group:markedMany')
              : t('group:markedMore', { count: marked.length })}
          </Message>
        )}
        {marked.length === 0 ? (
          <EmptyState title={t('group:markedEmptyTitle')}>{mayWrite && t('group:markedEmpty')}</EmptyState>
        ) : (
          <ol className="cards marked-cards">
            {marked.map((id, at) => (
              <li key={id}>
                <MarkedNote id={id} isFirst={at === 0} isLast={at === marked.length - 1} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}

type MarkedNoteProps = { readonly id: NoteId; readonly isFirst: boolean; readonly isLast: boolean }

function MarkedNote({ id, isFirst, isLast }: MarkedNoteProps) {
  const t = useTexts()
  const { store, actions, plan, mayWrite } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const unsaved = useIsUnsaved(id)
  const merged = useOriginals(id).length
  if (!note) return null
  const name = fact?.number ?? t('group:thisNote')
  const move = (by: -1 | 1) => () => actions.moveMarked(id, by)
  return (
    <NoteCard
      plan={plan}
      note={{ number: fact?.number ?? null, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      clamp
      marked
      showKind
      unsaved={unsaved}
      foot={merged > 0 && <MergedFrom id={id} count={merged} />}
      actions={
        mayWrite && (
          <>
            <Button
              size="small"
              icon="arrow-up"
              iconOnly
              label={t('group:moveUp', { note: name })}
              aria-disabled={isFirst}
              onClick={move(-1)}
            />
            <Button
              size="small"
              icon="arrow-down"
              iconOnly
              label={t('group:moveDown', { note: name })}
              aria-disabled={isLast}
              onClick={move(1)}
            />
            <Button
              size="small"
              variant="quiet"
              icon="bookmark-minus"
              aria-label={t('group:unmarkNote', { note: name })}
              onClick={() => actions.unmark(id)}
            >
              {t('group:unmark')}
            </Button>
          </>
        )
      }
    />
  )
}
