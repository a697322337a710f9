import { useEffect, useState } from 'react'
import { useCanSave } from '../../sync/records.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'

const patienceMs = 5000

/** No connection, said only when it lasts: then the wall may show an older text. Or a server that cannot save. */
export function WallTrouble({ isOffline }: { readonly isOffline: boolean }) {
  const t = useTexts()
  const [lasts, setLasts] = useState(false)
  const canSave = useCanSave()
  useEffect(() => {
    if (!isOffline) return setLasts(false)
    const timer = setTimeout(() => setLasts(true), patienceMs)
    return () => clearTimeout(timer)
  }, [isOffline])
  const saysOffline = isOffline && lasts
  if (!saysOffline && canSave) return null
  return (
    <p className="wall-trouble" role="status">
      <Icon name={saysOffline ? 'wifi-off' : 'hourglass'} />
      {t(saysOffline ? 'beamer:offline' : 'beamer:cannotSave')}
    </p>
  )
}
