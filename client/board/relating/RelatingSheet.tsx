import type { OpenSheet } from '../useBoardPlace.ts'
import { CommentsDialog } from './CommentsDialog.tsx'
import { FindDialog } from './FindDialog.tsx'
import { MergeQuestion } from './MergeQuestion.tsx'
import { OriginalsDialog } from './OriginalsDialog.tsx'

type RelatingSheetProps = { readonly open: OpenSheet; readonly onClose: () => void }

/** What a card has to do with others, and what was said about it. */
export function RelatingSheet({ open: { id, about, with: others }, onClose }: RelatingSheetProps) {
  switch (about) {
    case 'originals':
      return <OriginalsDialog id={id} onClose={onClose} />
    case 'comments':
      return <CommentsDialog id={id} onClose={onClose} />
    case 'merge':
      if (others) return <MergeQuestion ids={[id, ...others]} onClose={onClose} />
      return <FindDialog id={id} purpose={about} onClose={onClose} />
    case 'link':
    case 'similar':
      return <FindDialog id={id} purpose={about} onClose={onClose} />
    default:
      return null
  }
}
