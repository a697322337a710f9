import type { ReactNode } from 'react'
import type { NoteId } from '#shared/ids.ts'
import type { Block } from '#shared/note.ts'
import { NoteCard } from '../../ui/NoteCard.tsx'
import { useBoardPlace, useNoteFact, useWriter } from '../useBoardPlace.ts'
import { useNote } from '../useNote.ts'

type ShownNoteProps = {
  readonly id: NoteId
  /** Instead of its own text and levels: the card as it would be. It has no number yet. */
  readonly become?: { readonly blocks: readonly Block[]; readonly levels: readonly string[] }
  readonly clamp?: boolean
  readonly foot?: ReactNode
  readonly actions?: ReactNode
}

/** A card in a dialog: only looked at, and kept current. */
export function ShownNote({ id, become, clamp = true, foot, actions }: ShownNoteProps) {
  const { store, plan } = useBoardPlace()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const writer = useWriter(id)
  if (!note) return null
  return (
    <NoteCard
      plan={plan}
      note={{
        number: become ? null : (fact?.number ?? null),
        kind: note.kind,
        levels: become?.levels ?? note.levels,
        blocks: become?.blocks ?? note.blocks,
      }}
      clamp={clamp}
      marked={note.forPlenum !== null}
      otherPerson={become ? null : writer}
      foot={foot}
      actions={actions}
    />
  )
}
