import type { NoteId } from '#shared/ids.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'

export type MergeDialogProps = { readonly ids: readonly NoteId[]; readonly onClose: () => void }

/** "Meinen diese Karten dasselbe?" Fetched when somebody asks. */
export const MergeDialog = fetchedApart<MergeDialogProps>(
  async () => (await import('./MergeQuestion.tsx')).MergeQuestion,
)
