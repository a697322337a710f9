import type { NoteId } from '#shared/ids.ts'
import { useBoardPlace, useNoteFact } from '../../board/useBoardPlace.ts'
import { useNote } from '../../board/useNote.ts'
import { NoteCard } from '../../ui/NoteCard.tsx'
import type { VoteCardProps } from '../points/useVoteItems.ts'

/** A card of the group as it stands while points are given. */
export function NoteVoteCard({ item, onKeyDown }: VoteCardProps) {
  const { store, plan } = useBoardPlace()
  const note = useNote(store, item as NoteId)
  const fact = useNoteFact(item as NoteId)
  return note ? (
    <NoteCard
      plan={plan}
      note={{ number: fact?.number ?? null, kind: note.kind, levels: note.levels, blocks: note.blocks }}
      showKind
      clamp
      tabIndex={0}
      onKeyDown={onKeyDown}
    />
  ) : null
}
