import { useTellGiving } from '../points/useTellGiving.ts'
import { usePlenumPoints } from './usePlenumPoints.ts'
import { usePlenumPlace } from './usePlenumPlace.ts'

/** Points on the results of the Plenum: a line above, and giving them in place of the outline. */
export function PlenumPoints() {
  const { bar, page } = usePlenumPoints(usePlenumPlace())
  useTellGiving(page !== null)
  return (
    <>
      <div className="plenum-news">{bar}</div>
      {page && (
        <main id="plenum-page" className="plenum-page">
          {page}
        </main>
      )}
    </>
  )
}
