import { useState } from 'react'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { ItemButtons } from '../ItemButtons.tsx'
import { changeResult } from '../plenumCommands.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { Refused } from '../Refused.tsx'
import { TextDialog } from '../TextDialog.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type ReservationsProps = {
  readonly item: OutlineItem
  readonly isAdding: boolean
  readonly onEnd: () => void
}

/** Reservations that belong in the minutes, without names. */
export function Reservations({ item: { result }, isAdding, onEnd }: ReservationsProps) {
  const t = useTexts()
  const { canEdit } = usePlenumPlace()
  const command = useCommand()
  const [editing, setEditing] = useState<number | null>(null)
  const all = result.reservations
  const put = (reservations: readonly string[]) => changeResult(result.id, { reservations })
  const remove = async (at: number) => {
    if (await command.run(() => put(all.filter((_, other) => other !== at))))
      toast(t('plenum:reservationRemoved'), { undo: () => void command.run(() => put(all)) })
  }
  const close = () => {
    setEditing(null)
    onEnd()
  }
  return (
    <>
      {all.length > 0 && (
        <section className="result-part ruled" aria-labelledby="reservations-title">
          <h3 id="reservations-title">{t('plenum:reservations')}</h3>
          <ul className="item-list">
            {all.map((text, at) => (
              // Reservations have no identity but their place.
              <li key={at}>
                <span dir="auto">{text}</span>
                {canEdit && (
                  <ItemButtons
                    isBusy={command.isBusy}
                    edit={t('plenum:editItem', { text })}
                    remove={t('plenum:removeItem', { text })}
                    onEdit={() => setEditing(at)}
                    onRemove={() => void remove(at)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Refused error={command.error} />
      {(isAdding || editing !== null) && (
        <TextDialog
          title={t(editing === null ? 'plenum:newReservation' : 'plenum:changeReservation')}
          label={t('plenum:reservationText')}
          value={editing === null ? '' : (all[editing] ?? '')}
          maxLength={2000}
          onSave={(text) =>
            put(editing === null ? [...all, text] : all.map((one, at) => (at === editing ? text : one)))
          }
          onClose={close}
        />
      )}
    </>
  )
}
