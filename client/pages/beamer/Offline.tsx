import { useEffect, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'

const patienceMs = 5000

/** Said only when it lasts: then the wall may show an older text. */
export function Offline({ isOffline }: { readonly isOffline: boolean }) {
  const t = useTexts()
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isOffline) return setLasts(false)
    const timer = setTimeout(() => setLasts(true), patienceMs)
    return () => clearTimeout(timer)
  }, [isOffline])
  if (!isOffline || !lasts) return null
  return (
    <p className="wall-offline" role="status">
      <Icon name="wifi-off" />
      {t('beamer:offline')}
    </p>
  )
}
