import type { NoteFact } from '#shared/api.ts'
import type { Note } from '#shared/board.ts'
import { noteNumber, type GroupId, type NoteId } from '#shared/ids.ts'
import { valueStore, type ReadStore, type ValueStore } from '../../sync/valueStore.ts'
import type { BoardStore } from '../boardStore.ts'
import { isFiltering, matching, noFilter, type NoteFilter } from '../noteFilter.ts'
import { cardPoints, isShownByPoints } from '../points/cardPoints.ts'
import { zoneByPoints } from '../points/zoneByPoints.ts'
import { readingOrder } from './readingOrder.ts'

/** What was found on a board. */
export type Hits = {
  readonly ids: ReadonlySet<NoteId>
  /** As one reads the board. */
  readonly inOrder: readonly NoteId[]
  /** How many cards there are altogether. */
  readonly total: number
}

export type Search = {
  /** Whether the search field stands there: because somebody asked for it, or because the link brought words along. */
  readonly open: ValueStore<'asked' | 'linked' | null>
  /** Null while nothing is searched for. The same value until what is found changes, whatever people type. */
  readonly hits: ReadStore<Hits | null>
  /** In the list: cards that were not found are not shown at all. */
  readonly isOnlyHits: ValueStore<boolean>
  /** A card that was asked for: the view that is open brings it into sight and gives it the focus. */
  readonly wanted: ValueStore<{ readonly id: NoteId } | null>
  /** Puts away field and filter. */
  readonly clear: () => void
  readonly close: () => void
}

export type SearchOptions = {
  readonly group: GroupId
  readonly store: Pick<BoardStore, 'note' | 'subscribeNotes' | 'arrangement' | 'touchedAt'>
  readonly filter: ValueStore<NoteFilter>
  readonly facts: ReadStore<ReadonlyMap<NoteId, NoteFact>>
}

/** What is found on a board, for all its cards at once: looked up once a change, not once a card. */
export const openSearch = ({ group, store, filter, facts }: SearchOptions): Search => {
  const hits = valueStore<Hits | null>(null)
  const open = valueStore<'asked' | 'linked' | null>(null)
  const isOnlyHits = valueStore(false)
  /** Notes are values: what was looked at once need not be looked at again while others are typed in. */
  let known = new WeakMap<Note, boolean>()

  const look = () => {
    const wanted = filter.get()
    if (!isFiltering(wanted)) return hits.set(null)
    const isMatch = matching(wanted)
    const isHit = (id: NoteId): boolean => {
      const note = store.note(id)
      if (!note) return false
      // Whoever looks for a note that was put together with others finds the card in which it stands.
      const inside = store.arrangement.get().originals.get(id) ?? []
      const before = inside.length === 0 ? known.get(note) : undefined
      if (before !== undefined) return before
      const fact = facts.get().get(id)
      const numberOf = (one: NoteId) => noteNumber(group, facts.get().get(one)?.number ?? 0)
      const found = isMatch(note, {
        number: [...(fact ? [id] : []), ...inside].map(numberOf).join(' '),
        // What was written on this device just now is known before the server has numbered it.
        isMine: fact?.isMine ?? store.touchedAt(id) > 0,
      })
      known.set(note, found)
      return found
    }
    const { zones, ...arrangement } = store.arrangement.get()
    const points = cardPoints.get()
    const shown = isShownByPoints.get() ? zones.map((zone) => zoneByPoints(zone, points)) : zones
    const all = readingOrder({ ...arrangement, zones: shown })
    const inOrder = all.filter(isHit)
    const before = hits.get()
    const isSame =
      before?.total === all.length &&
      before.inOrder.length === inOrder.length &&
      inOrder.every((id, at) => id === before.inOrder[at])
    if (!isSame) hits.set({ ids: new Set(inOrder), inOrder, total: all.length })
  }
  const lookAgain = () => {
    known = new WeakMap()
    look()
  }
  const ends = [
    filter.subscribe(lookAgain),
    facts.subscribe(lookAgain),
    store.arrangement.subscribe(look),
    store.subscribeNotes(look),
    isShownByPoints.subscribe(look),
    cardPoints.subscribe(look),
  ]
  look()
  return {
    open,
    hits,
    isOnlyHits,
    wanted: valueStore<{ readonly id: NoteId } | null>(null),
    clear: () => {
      filter.set(noFilter)
      open.set(null)
      isOnlyHits.set(false)
    },
    close: () => ends.forEach((end) => end()),
  }
}
