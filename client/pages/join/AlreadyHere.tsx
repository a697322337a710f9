import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Person } from '#shared/api.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { passage } from '../passage.ts'

type AlreadyHereProps = { readonly person: Person }

/** This browser has a ticket already: go on, or give it back. */
export function AlreadyHere({ person }: AlreadyHereProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  const [search] = useSearchParams()
  const [error, setError] = useState<unknown>(null)

  const leave = async () => {
    try {
      await call('POST', '/api/leave')
      await client.resetQueries({ predicate: (query) => query.queryKey[0] !== 'event' })
    } catch (fault) {
      setError(fault)
    }
  }
  return (
    <>
      <div>
        <p>{t('join:alreadyHere')}</p>
        <p className="who" dir="auto">
          {person.name}
        </p>
      </div>
      <div className="stack">
        <ButtonLink
          variant="primary"
          size="large"
          wide
          iconEnd="arrow-right"
          to={passage(search.get('weiter'), person.role)}
        >
          {t('join:goOn')}
        </ButtonLink>
        <Button variant="quiet" wide onClick={() => void leave()}>
          {t('join:notMe')}
        </Button>
      </div>
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
    </>
  )
}
