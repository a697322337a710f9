import type { NoteId } from '#shared/ids.ts'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useNote } from '../useNote.ts'

type ReadCardProps = { readonly id: NoteId; readonly title: string; readonly onClose: () => void }

/** All of a text that is too long for its card. */
export function ReadCard({ id, title, onClose }: ReadCardProps) {
  const note = useNote(useBoardPlace().store, id)
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <BlocksText blocks={note?.blocks ?? []} />
    </Dialog>
  )
}
