import { useEffect } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useMoveMode, usePlaceName } from './useMoveMode.ts'
import { useWall } from './useWall.ts'
import './MoveHint.css'

/** While keys carry a card: which keys, and where it would come to lie. It is spoken as well, so this is for eyes. */
export function MoveHint() {
  const t = useTexts()
  const { moving } = useWall()
  const nameOf = usePlaceName()
  const now = useStore(moving)
  const { leave } = useMoveMode()
  const isMoving = now !== null
  useEffect(() => {
    if (!isMoving) return
    const elsewhere = (event: Event) => {
      const isWall = event.target instanceof Element && event.target.closest('.board-surface')
      if (event.type === 'pointerdown' || !isWall) leave()
    }
    document.addEventListener('focusin', elsewhere)
    document.addEventListener('pointerdown', elsewhere)
    return () => {
      document.removeEventListener('focusin', elsewhere)
      document.removeEventListener('pointerdown', elsewhere)
    }
  }, [isMoving, leave])
  if (!now) return null
  return (
    <p className="move-hint" aria-hidden="true">
      {t('arranging:moveHint')} <strong className="num">{nameOf(now)}</strong>
    </p>
  )
}
