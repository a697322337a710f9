import type { NoteId } from '#shared/ids.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { NoteItem } from './NoteItem.tsx'
import { useBoardPlace } from './useBoardPlace.ts'
import { useStartParked } from './useStartParked.ts'

/** Themenspeicher: what matters but does not belong to the Leitfrage. */
export function ParkingSection({ parked }: { readonly parked: readonly NoteId[] }) {
  const t = useTexts()
  const { mayWrite } = useBoardPlace()
  const startParked = useStartParked()
  const addButton = mayWrite && (
    <Button id="write-parking" className="zone-add" icon="plus" onClick={startParked}>
      {t('arranging:writeToParking')}
    </Button>
  )
  return (
    <section className="zone" id="parking" aria-labelledby="parking-title">
      <h2 id="parking-title" className="zone-head plain" tabIndex={-1}>
        {t('group:parkingTitle')}
        {parked.length > 0 && <span className="count num">{t('group:notes', { count: parked.length })}</span>}
      </h2>
      <div className="zone-body">
        {parked.length === 0 ? (
          <EmptyState title={t('group:parkingEmptyTitle')} action={addButton}>
            {t('group:parkingEmpty')}
          </EmptyState>
        ) : (
          <>
            <ul className="cards">
              {parked.map((id) => (
                <li key={id}>
                  <NoteItem id={id} />
                </li>
              ))}
            </ul>
            {addButton}
          </>
        )}
      </div>
    </section>
  )
}
