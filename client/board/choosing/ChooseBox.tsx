import type { NoteId } from '#shared/ids.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { toggleChosen } from './noteSelection.ts'
import { useIsChosen } from './useChoosing.ts'
import './ChooseBox.css'

type ChooseBoxProps = { readonly id: NoteId; readonly number: string | null }

/** In the list, while anything is chosen: a check box on every card instead of its menu; until then it is not seen. */
export function ChooseBox({ id, number }: ChooseBoxProps) {
  const t = useTexts()
  const { selection } = useBoardPlace()
  const isChosen = useIsChosen(id)
  const toggle = () => {
    toggleChosen(selection, id)
    // With the last one all boxes go away.
    if (selection.get().size === 0) document.getElementById(`note-${id}`)?.focus({ preventScroll: true })
  }
  return (
    <label className="choose-box">
      <input
        type="checkbox"
        aria-label={t('choosing:chooseNote', { note: number ?? t('group:thisNote') })}
        checked={isChosen}
        onChange={toggle}
      />
    </label>
  )
}
