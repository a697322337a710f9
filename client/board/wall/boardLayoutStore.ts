import type { Block } from '#shared/note.ts'
import type { NoteId } from '#shared/ids.ts'
import type { Group } from '#shared/template.ts'
import { valueStore, type ReadStore } from '../../sync/valueStore.ts'
import { boardLayout, type BoardLayout } from './boardLayout.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import type { BoardStore } from '../boardStore.ts'
import type { Measure } from './measureNotes.ts'

/** The wall's boxes, kept current. Text that changes no height changes nothing here. */
export type BoardLayoutStore = ReadStore<BoardLayout> & {
  /** What a card is high while somebody types in it here; null when done. */
  readonly setLiveHeight: (id: NoteId, height: number | null) => void
  readonly setMinHeight: (height: number) => void
  readonly isCut: (id: NoteId) => boolean
  /** Nothing moves while a pointer is down. Call what it answers when the pointer is up. */
  readonly hold: () => () => void
  /** Everything flows anew, whatever stood in which column before. */
  readonly layAgain: () => void
  /** Measures all anew, with other fonts for example. `fresh` also sorts into columns anew. */
  readonly measureAgain: (fresh: boolean) => void
  /** What was guessed is measured: all is laid out as if it had been known from the start. */
  readonly layMeasured: () => void
  readonly close: () => void
}

export type BoardLayoutStoreOptions = {
  readonly store: BoardStore
  readonly group: Group
  readonly metrics: BoardMetrics
  readonly measure: Measure
  readonly minHeight: number
  readonly clusterTitle: (title: string) => string
  readonly clusterCount: (count: number) => string
}

export const boardLayoutStore = (options: BoardLayoutStoreOptions): BoardLayoutStore => {
  const { store, group, metrics, measure } = options
  const live = new Map<NoteId, number>()
  let { minHeight } = options
  /** A wall that shrank would slip away under those who look at its end. */
  let grown = 0
  let holds = 0
  let isStale = false
  let frame = 0

  const blocksOf = (id: NoteId): readonly Block[] => store.note(id)?.blocks ?? []
  const footOf = (id: NoteId): number => (store.arrangement.get().originals.has(id) ? measure.foot() : 0)
  const heightOf = (id: NoteId): number => live.get(id) ?? measure.sizeOf(blocksOf(id)).height + footOf(id)
  const laid = (previous: BoardLayout | null): BoardLayout => {
    const { zones: questions, parked } = store.arrangement.get()
    const zones = [...questions, { question: null, clusters: [], loose: parked }]
    const shown = zones.map(({ clusters, loose }) => [...clusters.flatMap(({ notes }) => notes), ...loose])
    measure.notes(inTurn(shown).map(blocksOf))
    const clusters = new Map(store.clusters.get().map((cluster) => [cluster.id, cluster]))
    const next = boardLayout({
      zones,
      metrics,
      headHeight: measure.zoneHeads(group.questions),
      minHeight: Math.max(minHeight, grown),
      heightOf,
      clusterHeadHeight: (title, count) =>
        measure.clusterHead(options.clusterTitle(title), options.clusterCount(count)),
      noteAt: (id) => store.note(id)?.at ?? null,
      clusterAt: (id, question) => {
        const cluster = clusters.get(id)
        return cluster?.question === question ? cluster.at : null
      },
      previous,
    })
    grown = next.height
    return next
  }
  const layout = valueStore(laid(null))

  const lay = () => {
    cancelAnimationFrame(frame)
    frame = 0
    if (holds > 0) isStale = true
    else layout.set(laid(layout.get()))
  }
  const layAll = (previous: BoardLayout | null) => {
    if (holds > 0) isStale = true
    else layout.set(laid(previous))
  }
  /** Text comes letter by letter: one look a frame is enough, and most letters change no height. */
  const typed = new Set<NoteId>()
  const look = () => {
    frame = 0
    const { notes } = layout.get()
    const ids = [...typed]
    typed.clear()
    measure.notes(ids.map(blocksOf))
    if (ids.some((id) => notes.has(id) && notes.get(id)?.box.height !== heightOf(id))) lay()
  }

  const places = new Map<NoteId, string>()
  const placeOf = (id: NoteId) => {
    const note = store.note(id)
    return note ? `${note.at?.x} ${note.at?.y}` : ''
  }
  for (const { id } of store.notes()) places.set(id, placeOf(id))
  const changed = (ids: ReadonlySet<NoteId>) => {
    let hasMoved = false
    for (const id of ids) {
      const place = placeOf(id)
      hasMoved ||= places.get(id) !== place
      places.set(id, place)
    }
    if (hasMoved) return lay()
    for (const id of ids) if (!live.has(id)) typed.add(id)
    if (typed.size > 0 && frame === 0) frame = requestAnimationFrame(look)
  }

  const ends = [
    store.arrangement.subscribe(lay),
    store.clusters.subscribe(lay),
    store.subscribeNotes(changed),
  ]
  return {
    get: layout.get,
    subscribe: layout.subscribe,
    setLiveHeight: (id, height) => {
      if ((live.get(id) ?? null) === height) return
      if (height === null) live.delete(id)
      else live.set(id, height)
      lay()
    },
    setMinHeight: (height) => {
      if (height === minHeight) return
      minHeight = height
      grown = 0
      lay()
    },
    isCut: (id) => measure.sizeOf(blocksOf(id)).isCut,
    hold: () => {
      let isOver = false
      holds++
      return () => {
        if (isOver) return
        isOver = true
        holds--
        if (holds > 0 || !isStale) return
        isStale = false
        lay()
      }
    },
    layAgain: () => {
      grown = 0
      if (holds > 0) isStale = true
      else layout.set(laid(null))
    },
    measureAgain: (fresh) => {
      measure.forget()
      if (fresh) grown = 0
      layAll(fresh ? null : layout.get())
    },
    layMeasured: () => layAll(null),
    close: () => {
      cancelAnimationFrame(frame)
      for (const end of ends) end()
      measure.close()
    },
  }
}

/** The first of each, then the second of each: what stands at the top of a wall comes first. */
const inTurn = <Item>(lists: readonly (readonly Item[])[]): Item[] => {
  const items: Item[] = []
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  for (let at = 0; at < longest; at++)
    for (const list of lists) if (at < list.length) items.push(list[at] as Item)
  return items
}
