import { useLayoutEffect, useRef, useState } from 'react'
import { useTexts } from '../../ui/useTexts.ts'
import { keepLookIn } from '../look/placeOfLook.ts'

/** Stands for a board that is still coming: its first look, where there is one. */
export function LookSpace() {
  const t = useTexts()
  const space = useRef<HTMLDivElement>(null)
  const [hasLook, setHasLook] = useState(false)
  useLayoutEffect(() => {
    if (space.current) setHasLook(keepLookIn(space.current))
  }, [])
  return (
    <>
      <div className="look-space" ref={space} aria-hidden="true" inert />
      {!hasLook && <p className="muted late">{t('app:loading')}</p>}
    </>
  )
}
