import type { NoteId } from '#shared/ids.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useNoteName } from '../relating/useNoteName.ts'
import { useCardTotal } from './useCardTotal.ts'
import './PointsMark.css'

/** In the head of a card: how many points it got. Nothing before they are counted, and nothing for none. */
export function PointsMark({ id }: { readonly id: NoteId }) {
  const total = useCardTotal(id)
  return total > 0 ? <Mark id={id} total={total} /> : null
}

function Mark({ id, total }: { readonly id: NoteId; readonly total: number }) {
  const t = useTexts()
  const words = t('score:onCard', { note: useNoteName()(id), count: total })
  return (
    <span className="points-mark" title={words}>
      <span aria-hidden="true">{total}</span>
      <span className="vh">{words}</span>
    </span>
  )
}
