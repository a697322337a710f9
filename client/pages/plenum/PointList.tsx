import type { OpenPoint } from '#shared/result.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { addresseeName } from './closing/addresseeName.ts'
import { ItemButtons } from './ItemButtons.tsx'
import { usePlenumPlace } from './usePlenumPlace.ts'

type PointListProps = {
  readonly points: readonly OpenPoint[]
  readonly isBusy: boolean
  readonly onEdit: (at: number) => void
  readonly onRemove: (at: number) => void
}

/** Handlungsanweisung für nächtliche Polizeieinsätze (B-18), an die Landesverbände */
export function PointList({ points, isBusy, onEdit, onRemove }: PointListProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan, notes, canEdit } = usePlenumPlace()
  return (
    <ul className="item-list">
      {points.map(({ text, note, to }, at) => {
        const number = note && notes.get(note)?.number
        return (
          // Points have no identity but their place.
          <li key={at}>
            <span>
              <span dir="auto">{text}</span>
              {number && ' '}
              {number && <span className="muted nowrap num">({number})</span>}
              {to && <span className="muted"> → {addresseeName(to, plan, language)}</span>}
            </span>
            {canEdit && (
              <ItemButtons
                isBusy={isBusy}
                edit={t('plenum:editItem', { text })}
                remove={t('plenum:removeItem', { text })}
                onEdit={() => onEdit(at)}
                onRemove={() => onRemove(at)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
