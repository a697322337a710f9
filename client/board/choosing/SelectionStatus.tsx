import { useEffect, useRef } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** Says how many are chosen, and that nothing is any more. Always there, or screen readers would miss the first. */
export function SelectionStatus() {
  const t = useTexts()
  const { selection } = useBoardPlace()
  const count = useStore(selection)?.size ?? 0
  const hasChosen = useRef(false)
  useEffect(() => {
    if (count > 0) hasChosen.current = true
  }, [count])
  const sentence = count > 0 ? t('choosing:count', { count }) : hasChosen.current ? t('choosing:nothing') : ''
  return (
    <p className="vh" role="status">
      {sentence}
    </p>
  )
}
