import type { GroupId } from '#shared/ids.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useLate } from './useLate.ts'

/** How many late changes wait, and the way to them. Without a place: of all that one may settle. */
export function LateLink({ place }: { readonly place?: GroupId | 'plenum' | undefined }) {
  const t = useTexts()
  const rows = useLate().data?.rows ?? []
  const count = rows.filter((row) => !row.settled && (!place || row.place === place)).length
  if (count === 0) return null
  return (
    <Message
      tone="wait"
      live
      actions={
        <ButtonLink size="small" to="/nachzuegler">
          {t('collecting:lateLook')}
        </ButtonLink>
      }
    >
      {t('collecting:lateWaiting', { count })}
    </Message>
  )
}
