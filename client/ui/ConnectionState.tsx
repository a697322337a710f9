import { useEffect, useState } from 'react'
import { classNames } from './classNames.ts'
import { Icon } from './Icon.tsx'
import { useTexts } from './useTexts.ts'
import './ConnectionState.css'

/** `waiting`: so many edits are not on the server's disk yet. */
export type Saving = 'stored' | 'offline' | { readonly waiting: number }

const patienceMs = 3000

type ConnectionStateProps = { readonly state: Saving }

/** Trouble is told when it lasts, good news at once; nothing is claimed before the first news. */
export function ConnectionState({ state }: ConnectionStateProps) {
  const t = useTexts()
  const [lasts, setLasts] = useState(false)
  const [hasNews, setHasNews] = useState(false)
  const isTrouble = state !== 'stored'
  useEffect(() => {
    if (!isTrouble) {
      setHasNews(true)
      return setLasts(false)
    }
    const timer = setTimeout(() => setLasts(true), patienceMs)
    return () => clearTimeout(timer)
  }, [isTrouble])
  const shown = isTrouble && lasts ? state : 'stored'
  if (!hasNews && !lasts) return <span className="conn" role="status" />
  return (
    <span
      className={classNames(
        'conn',
        shown === 'stored' && 'ok',
        shown === 'offline' && 'off',
        typeof shown === 'object' && 'wait',
      )}
      role="status"
    >
      <Icon name={shown === 'stored' ? 'check' : shown === 'offline' ? 'wifi-off' : 'hourglass'} />
      {typeof shown === 'object' ? (
        <span>
          {t('app:waiting')}
          {/* Read once, not with every edit. */}
          <span aria-hidden="true"> {t('app:waitingCount', { count: shown.waiting })}</span>
        </span>
      ) : (
        <span className="conn-word">{t(shown === 'stored' ? 'app:stored' : 'app:offline')}</span>
      )}
    </span>
  )
}
