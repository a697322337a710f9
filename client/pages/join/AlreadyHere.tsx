import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { EventBrief, Person } from '#shared/api.ts'
import { call } from '../../sync/call.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { keys } from '../../sync/records.ts'
import { wayIn } from './useJoin.ts'

type AlreadyHereProps = { readonly person: Person; readonly event: EventBrief }

/** This browser has a ticket already: go on, or give it back. By the sign of another room: change over. */
export function AlreadyHere({ person, event }: AlreadyHereProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  const [search] = useSearchParams()
  const [error, setError] = useState<unknown>(null)

  const navigate = useNavigate()
  const seat = person.seat?.kind === 'group' ? person.seat.group : null
  const sign = event.groups.find(({ id }) => id === search.get('gruppe') && id !== seat)
  const other = sign && (person.role === 'member' || person.role === 'moderator') ? sign.id : null
  const changeOver = async (group: string) => {
    try {
      const moved = await call<Person>('POST', '/api/me/group', { group })
      await client.invalidateQueries({ queryKey: keys.me })
      await navigate(wayIn(search, moved), { replace: true })
    } catch (fault) {
      setError(fault)
    }
  }
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
        {other && (
          <Button variant="primary" size="large" wide onClick={() => void changeOver(other)}>
            {t('join:changeOver', { group: other })}
          </Button>
        )}
        <ButtonLink
          variant={other ? 'plain' : 'primary'}
          size="large"
          wide
          iconEnd="arrow-right"
          to={wayIn(search, person)}
        >
          {other && seat ? t('join:stay', { group: seat }) : t('join:goOn')}
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
