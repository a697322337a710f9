import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { mostPasted } from './pastedLines.ts'
import { pasteBarId, pasteOffer, type PasteOffer } from './pasteOffer.ts'
import './PasteBar.css'

/** The question itself; it comes when the page stands. */
export function OpenPasteBar({ offer }: { readonly offer: PasteOffer }) {
  const t = useTexts()
  const bar = useRef<HTMLDivElement>(null)
  const { lines, isPending, asMany, asOne, close } = offer
  const count = lines.length
  const isTooMany = count > mostPasted
  useEffect(() => {
    if (isPending) bar.current?.querySelector('button')?.focus()
  }, [isPending, offer])
  const choose = (act: () => void) => () => {
    pasteOffer.set(null)
    act()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    choose(close)()
  }
  // Where the caret stands in a text, a tap here leaves it and the keyboard there.
  const onPointerDown = (event: PointerEvent) => {
    if (!isPending) event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape bubbles out of the buttons
    <div
      ref={bar}
      id={pasteBarId}
      className="paste-bar"
      role="group"
      aria-label={t('writing:pasteBar')}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      <p className="paste-count num">{t('writing:lines', { count })}</p>
      <div className="paste-choice">
        {isTooMany ? (
          <p>{t('writing:tooMany', { count: mostPasted })}</p>
        ) : (
          <Button icon="layers" onClick={choose(asMany)}>
            {t('writing:asMany', { count })}
          </Button>
        )}
        {asOne && (
          <Button icon="sticky-note" onClick={choose(asOne)}>
            {t('writing:asOne')}
          </Button>
        )}
      </div>
      <Button
        variant="quiet"
        icon="x"
        iconOnly
        label={t(isPending ? 'writing:notPasted' : 'writing:keepText')}
        onClick={choose(close)}
      />
      <span className="vh" role="status">
        {isPending ? '' : t('writing:linesSaid', { count })}
      </span>
    </div>
  )
}
