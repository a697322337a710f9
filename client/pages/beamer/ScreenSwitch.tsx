import { useEffect, useState } from 'react'
import { screenNumbers, type ScreenNumber } from '#shared/day/beamerScreen.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import './ScreenSwitch.css'

const shownMs = 6_000

/** Which of the two screens this device is: there for a moment, when a pointer moves, and by keyboard. */
export function ScreenSwitch({ screen }: { readonly screen: ScreenNumber }) {
  const t = useTexts()
  const [isShown, setShown] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      setShown(true)
      clearTimeout(timer)
      timer = setTimeout(() => setShown(false), shownMs)
    }
    show()
    document.addEventListener('pointermove', show)
    document.addEventListener('pointerdown', show)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointermove', show)
      document.removeEventListener('pointerdown', show)
    }
  }, [])
  return (
    <nav className="screen-switch" data-shown={isShown || undefined} aria-label={t('wall:whichScreen')}>
      {screenNumbers.map((number) => (
        <ButtonLink
          key={number}
          size="small"
          variant={number === screen ? 'plain' : 'quiet'}
          to={`/beamer?leinwand=${number}`}
          aria-current={number === screen ? 'page' : undefined}
        >
          {t('wall:screen', { screen: number })}
        </ButtonLink>
      ))}
    </nav>
  )
}
