import { useState } from 'react'
import type { GroupId } from '#shared/ids.ts'
import { groupOf } from '#shared/template.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { GroupBadge } from '../../../ui/GroupBadge.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { present } from './presentingCommands.ts'
import { usePresenting } from './usePresenting.ts'
import './orderDialog.css'

/** Who presents when: one place up or down. */
export function OrderDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const { plan } = usePlenumPlace()
  const presenting = usePresenting()
  const command = useCommand()
  const [said, setSaid] = useState('')
  const order = presenting?.order ?? []
  const move = async (group: GroupId, by: -1 | 1) => {
    const at = order.indexOf(group)
    const other = order[at + by]
    if (!presenting || command.isBusy || !other) return
    const next = order.map((id, place) => (place === at ? other : place === at + by ? group : id))
    const isDone = await command.run(() => present({ order: next, version: presenting.version }))
    if (isDone) setSaid(t('presenting:orderSaid', { name: nameOf(group), place: at + by + 1 }))
  }
  const nameOf = (group: GroupId) => t('presenting:group', { group })
  return (
    <Dialog isOpen onClose={onClose} title={t('presenting:orderTitle')}>
      <p className="muted">{t('presenting:orderHint')}</p>
      <ol className="order-list">
        {order.map((group, at) => (
          <li key={group}>
            <GroupBadge letter={group} size="small" />
            <span lang={plan.language}>{groupOf(plan, group)?.title ?? group}</span>
            <Button
              variant="quiet"
              size="small"
              icon="arrow-up"
              iconOnly
              label={t('presenting:earlier', { name: nameOf(group) })}
              aria-disabled={at === 0 || command.isBusy || undefined}
              onClick={() => void move(group, -1)}
            />
            <Button
              variant="quiet"
              size="small"
              icon="arrow-down"
              iconOnly
              label={t('presenting:later', { name: nameOf(group) })}
              aria-disabled={at === order.length - 1 || command.isBusy || undefined}
              onClick={() => void move(group, 1)}
            />
          </li>
        ))}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
      <Refused error={command.error} />
    </Dialog>
  )
}
