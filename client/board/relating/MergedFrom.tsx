import type { NoteId } from '#shared/ids.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useNoteName } from './useNoteName.ts'
import './NoteMarks.css'

type MergedFromProps = { readonly id: NoteId; readonly count: number }

/** "aus 3 Karten", at the foot of a card that others were put together into. */
export function MergedFrom({ id, count }: MergedFromProps) {
  const t = useTexts()
  const { sheet } = useBoardPlace()
  const name = useNoteName()
  return (
    <button
      type="button"
      className="merged-from num nodrag"
      aria-label={t('relating:fromName', { count, note: name(id) })}
      aria-haspopup="dialog"
      onClick={(event) => {
        event.stopPropagation()
        sheet.set({ id, about: 'originals' })
      }}
    >
      {t('relating:from', { count })}
    </button>
  )
}
