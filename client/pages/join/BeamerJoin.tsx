import { useEffect, useRef, useState } from 'react'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useJoin } from './useJoin.ts'

type BeamerJoinProps = { readonly code: string; readonly onJoining: (isJoining: boolean) => void }

/** The device at the projector has no name and nobody at its keyboard: it goes straight in. */
export function BeamerJoin({ code, onJoining }: BeamerJoinProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const join = useJoin(onJoining)
  const hasAsked = useRef(false)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (hasAsked.current) return
    hasAsked.current = true
    join({ code, name: t('join:beamerName'), group: null }).catch(setError)
  }, [code, join, t])
  if (error !== null)
    return (
      <Message tone="bad" live>
        {refusalText(error)}
      </Message>
    )
  return (
    <Message tone="ok" live>
      {t('join:codeBeamer')}
    </Message>
  )
}
