import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { MeAnswer } from '#shared/api.ts'
import { anyGroup } from '#shared/day/anyGroup.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useBriefOf } from '../join/useBriefOf.ts'

type ChooseSeatProps = {
  readonly me: MeAnswer
  readonly onDone: () => void
  /** Null while there is no seat yet to keep. */
  readonly onKeep: (() => void) | null
}

/** Taking a group, or changing it. Moderators may also take the Plenum. */
export function ChooseSeat({ me, onDone, onKeep }: ChooseSeatProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const client = useQueryClient()
  const { person, event } = me
  const brief = useBriefOf(null).data
  const held = person.seat === null ? null : person.seat.kind === 'plenum' ? 'plenum' : person.seat.group
  const [group, setGroup] = useState<string | null>(held)
  const [error, setError] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (group === null) return setError(t('today:chooseMissing'))
    try {
      await call('POST', '/api/me/group', { group })
      await client.invalidateQueries({ queryKey: keys.me })
      onDone()
    } catch (fault) {
      setError(refusalText(fault))
    }
  }
  const isModerator = person.role === 'moderator'
  const free = new Map(brief?.groups.map((one) => [one.id, one.free]))
  const groups = event.groups.map(({ id, title }) => {
    const left = isModerator || id === held ? null : (free.get(id) ?? null)
    return {
      id: id as string,
      title,
      badge: id as string,
      isOff: left === 0,
      text: left === null ? undefined : t(left === 0 ? 'join:full' : 'join:free', { count: left }),
    }
  })
  const anywhere = held === null && groups.length > 1 ? [{ id: anyGroup, title: t('join:anyGroup') }] : []
  return (
    <form className="sheet mine" onSubmit={(event) => void submit(event)} aria-labelledby="mine">
      <div>
        <h2 id="mine">{held === null ? t('today:noGroupTitle') : t('today:changeGroup')}</h2>
        {held === null && <p>{t('today:noGroupText')}</p>}
      </div>
      <Choices
        legend={t(isModerator ? 'today:chooseSeat' : 'today:chooseLabel')}
        choices={
          isModerator
            ? [...groups, { id: 'plenum', title: t('today:plenumTitle'), badge: 'P' }]
            : [...groups, ...anywhere]
        }
        value={group}
        onChange={setGroup}
        error={error}
      />
      <div className="mine-ways">
        <Button type="submit" variant="primary" size="large">
          {t('today:choose')}
        </Button>
        {onKeep && (
          <Button variant="quiet" onClick={onKeep}>
            {t('today:keepGroup', { group: held === 'plenum' ? t('today:plenumTitle') : (held ?? '') })}
          </Button>
        )}
      </div>
    </form>
  )
}
