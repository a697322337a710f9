import type { MouseEvent } from 'react'
import type { NoteId } from '#shared/ids.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { PointsMark } from '../points/PointsMark.tsx'
import { useNoteName } from './useNoteName.ts'
import { useRelated } from './useRelated.ts'
import { useThread } from './useThread.ts'
import './NoteMarks.css'

/** In the head of a card: how many comments are open, and how many cards are related. Nothing while there is none. */
export function NoteMarks({ id }: { readonly id: NoteId }) {
  const thread = useThread(id)
  const related = useRelated(id).length
  const open = thread.filter(({ settledAt }) => settledAt === null).length
  return (
    <>
      <PointsMark id={id} />
      {(open > 0 || related > 0) && <Marks id={id} open={open} related={related} />}
    </>
  )
}

type MarksProps = { readonly id: NoteId; readonly open: number; readonly related: number }

function Marks({ id, open, related }: MarksProps) {
  const t = useTexts()
  const { sheet } = useBoardPlace()
  const note = useNoteName()(id)
  const show = (about: 'comments' | 'details') => (event: MouseEvent) => {
    event.stopPropagation()
    sheet.set({ id, about })
  }
  return (
    <>
      {related > 0 && (
        <button
          type="button"
          className="note-mark num nodrag"
          aria-label={t('relating:relatedCount', { count: related, note })}
          aria-haspopup="dialog"
          onClick={show('details')}
        >
          <Icon name="link-2" size={14} />
          {related}
        </button>
      )}
      {open > 0 && (
        <button
          type="button"
          className="note-mark num nodrag"
          aria-label={t('relating:openComments', { count: open, note })}
          aria-haspopup="dialog"
          onClick={show('comments')}
        >
          <Icon name="message-square" size={14} />
          {open}
        </button>
      )}
    </>
  )
}
