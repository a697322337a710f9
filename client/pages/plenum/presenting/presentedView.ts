import { partsOfRef } from '#shared/ids.ts'
import type { Presented } from '#shared/plenum/presenting.ts'
import type { PlenumView } from '../plenumView.ts'

/** The view of what everyone is led to; null: it is no place on this page. */
export const viewOf = (now: Presented): PlenumView | null => (now.kind === 'points' ? null : now)

/** What a view shows, as something everyone could be led to; null: it is nothing of that kind. */
export const presentedOf = (view: PlenumView): Presented | null => {
  switch (view.kind) {
    case 'note':
      return { kind: 'group', group: partsOfRef(view.ref).group, note: view.ref }
    case 'start':
    case 'version':
      return null
    default:
      return view
  }
}
