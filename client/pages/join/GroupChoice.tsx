import { useState } from 'react'
import { anyGroup } from '#shared/day/anyGroup.ts'
import type { EventBrief } from '#shared/api.ts'
import type { UserRole } from '#shared/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'

/** Chosen by whoever wants to decide later. */
export const laterGroup = '-'

type GroupChoiceProps = {
  readonly event: EventBrief
  readonly role: UserRole
  readonly value: string | null
  readonly onChange: (group: string) => void
  readonly error: string | null
  /** The group whose sign was scanned. */
  readonly scanned: string | null
}

/** Which group one comes into; by the sign of a room that is answered already. */
export function GroupChoice({ event, role, value, onChange, error, scanned }: GroupChoiceProps) {
  const t = useTexts()
  const [isOpen, setOpen] = useState(false)
  const sign = event.groups.find(({ id }) => id === scanned)
  const isFull = (free: number | null) => role === 'member' && free === 0
  if (sign && !isOpen && !error && value === sign.id && !isFull(sign.free))
    return (
      <div className="scanned">
        <GroupBadge letter={sign.id} />
        <p>
          <span className="s muted">{t('join:intoGroup')}</span>
          <strong lang={event.language}>
            <span className="vh">{sign.id}: </span>
            {sign.title}
          </strong>
        </p>
        <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
          {t('join:otherGroup')}
        </Button>
      </div>
    )
  const groups = event.groups.map(({ id, title, free }) => ({
    id: id as string,
    title,
    badge: id as string,
    isOff: isFull(free),
    text:
      role !== 'member' || free === null
        ? undefined
        : t(free === 0 ? 'join:full' : 'join:free', { count: free }),
  }))
  const wide = event.groups.length > 1 ? [{ id: anyGroup, title: t('join:anyGroup') }] : []
  return (
    <Choices
      legend={t(role === 'member' ? 'join:groupLabel' : 'join:seatLabel')}
      choices={
        role === 'member'
          ? [...groups, ...wide, { id: laterGroup, title: t('join:groupLater') }]
          : [...groups, { id: 'plenum', title: t('join:plenum'), badge: 'P' }]
      }
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
