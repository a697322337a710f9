import type { Block } from '#shared/note.ts'
import type { NoteId, QuestionId } from '#shared/ids.ts'
import type { Group } from '#shared/template.ts'
import { valueStore, type ReadStore } from '../../sync/valueStore.ts'
import type { Arrangement } from '../arrange.ts'
import { boardLayout, type BoardLayout, type WallZone } from './boardLayout.ts'
import type { BoardMetrics } from './boardMetrics.ts'
import type { BoardStore } from '../boardStore.ts'
import { inTurn } from './inTurn.ts'
import type { Measure } from './measureNotes.ts'

/** Why boxes moved: something done here, something done by others, or heights that were guessed so far or come with other fonts. */
export type Cause = 'own' | 'others' | 'measured'

/** The wall's boxes, kept current. Text that changes no height changes nothing here. */
export type BoardLayoutStore = ReadStore<BoardLayout> & {
  /** What a card is high while somebody types in it here; null when done. */
  readonly setLiveHeight: (id: NoteId, height: number | null) => void
  readonly setMinHeight: (height: number) => void
  readonly isCut: (id: NoteId) => boolean
  /** Nothing moves while a pointer is down. Call what it answers when the pointer is up. */
  readonly hold: () => () => void
  /** All is laid out, and the wall is only as high as it has to be. */
  readonly layAgain: () => void
  /** Measures all anew, with other fonts for example. `fresh`: nobody has looked at the wall yet. */
  readonly measureAgain: (fresh: boolean) => void
  /** What was guessed is measured. */
  readonly layMeasured: () => void
  /** Of the latest change. */
  readonly cause: () => Cause
  readonly close: () => void
}

/** What is done here counts more than what others do, and that more than heights. */
const causes: readonly Cause[] = ['own', 'others', 'measured']

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
  const heightsNow = () => {
    const { originals } = store.arrangement.get()
    return (id: NoteId): number =>
      live.get(id) ?? measure.sizeOf(blocksOf(id)).height + (originals.has(id) ? measure.foot() : 0)
  }
  /** Zones in which something changed since they were laid out, and whether all have to be. */
  const stale = new Set<QuestionId | null>()
  let isAllStale = true
  /** Whether there may be cards that were never measured. */
  let hasNew = true
  const laid = (previous: BoardLayout | null): BoardLayout => {
    const isSettled = (question: QuestionId | null) => !isAllStale && !stale.has(question)
    const zones = wallZones(store.arrangement.get())
    if (hasNew || isAllStale) {
      const shown = zones
        .filter(({ question }) => !previous || !isSettled(question))
        .map(({ clusters, loose }) => [...clusters.flatMap(({ notes }) => notes), ...loose])
      measure.notes(inTurn(shown).map(blocksOf))
    }
    const clusters = new Map(store.clusters.get().map((cluster) => [cluster.id, cluster]))
    const next = boardLayout({
      zones,
      metrics,
      headHeight: measure.zoneHeads(group.questions),
      minHeight: Math.max(minHeight, grown),
      heightOf: heightsNow(),
      clusterHeadHeight: (title, count) =>
        measure.clusterHead(options.clusterTitle(title), options.clusterCount(count)),
      noteAt: (id) => store.note(id)?.at ?? null,
      columnOf: (id) => store.note(id)?.column ?? null,
      clusterAt: (id, question) => {
        const cluster = clusters.get(id)
        return cluster?.question === question ? cluster.at : null
      },
      previous,
      isSettled,
    })
    grown = next.height
    stale.clear()
    isAllStale = hasNew = false
    return next
  }
  const layout = valueStore(laid(null))

  /** Text comes letter by letter: one look a frame is enough, and most letters change no height. */
  const typed = new Set<NoteId>()
  let hasTyped = false
  let cause: Cause = 'own'
  /** While nothing may move. */
  let waiting: Cause | null = null
  const lay = (why: Cause) => {
    cancelAnimationFrame(frame)
    frame = 0
    // What was typed meanwhile is laid out along.
    if (typed.size > 0) measure.notes([...typed].map(blocksOf))
    typed.forEach(touch)
    typed.clear()
    waiting = causes.find((one) => one === why || one === waiting) ?? why
    if (holds > 0) {
      isStale = true
      return
    }
    cause = waiting
    waiting = null
    layout.set(laid(layout.get()))
  }
  const layAll = (why: Cause) => {
    isAllStale = true
    lay(why)
  }
  const byWhom = (isOwn: boolean): Cause => (isOwn ? 'own' : 'others')
  const touch = (id: NoteId) => {
    const note = layout.get().notes.get(id)
    if (note) stale.add(note.question)
  }
  let arranged = store.arrangement.get()
  const arrangementChanged = () => {
    const before = new Map(wallZones(arranged).map((zone) => [zone.question, zone]))
    const isSame = ({ question, clusters, loose }: WallZone) =>
      before.get(question)?.clusters === clusters && before.get(question)?.loose === loose
    const now = store.arrangement.get()
    for (const zone of wallZones(now)) if (!isSame(zone)) stale.add(zone.question)
    hasNew = true
    // Cards with originals have a foot.
    isAllStale ||= now.originals !== arranged.originals
    arranged = now
    lay(byWhom(store.isOwnChange()))
  }
  const look = () => {
    frame = 0
    const { notes } = layout.get()
    const ids = [...typed]
    typed.clear()
    measure.notes(ids.map(blocksOf))
    const heightOf = heightsNow()
    const changed = ids.filter((id) => notes.has(id) && notes.get(id)?.box.height !== heightOf(id))
    changed.forEach(touch)
    if (changed.length > 0) lay(byWhom(hasTyped))
    hasTyped = false
  }

  const places = new Map<NoteId, string>()
  const placeOf = (id: NoteId) => {
    const note = store.note(id)
    return note ? `${note.at?.x} ${note.at?.y} ${note.column}` : ''
  }
  for (const { id } of store.notes()) places.set(id, placeOf(id))
  const changed = (ids: ReadonlySet<NoteId>, isOwn: boolean) => {
    let hasMoved = false
    for (const id of ids) {
      const place = placeOf(id)
      if (places.get(id) === place) continue
      hasMoved = true
      touch(id)
      places.set(id, place)
    }
    if (hasMoved) return lay(byWhom(isOwn))
    for (const id of ids) if (!live.has(id)) typed.add(id)
    hasTyped ||= isOwn
    if (typed.size > 0 && frame === 0) frame = requestAnimationFrame(look)
  }

  const ends = [
    store.arrangement.subscribe(arrangementChanged),
    store.clusters.subscribe(() => layAll(byWhom(store.isOwnChange()))),
    store.subscribeNotes(changed),
  ]
  return {
    get: layout.get,
    subscribe: layout.subscribe,
    setLiveHeight: (id, height) => {
      if ((live.get(id) ?? null) === height) return
      if (height === null) live.delete(id)
      else live.set(id, height)
      // An editor that is as high as the card was moves nothing.
      if (holds === 0 && layout.get().notes.get(id)?.box.height === heightsNow()(id)) return
      touch(id)
      lay('own')
    },
    setMinHeight: (height) => {
      if (height === minHeight) return
      minHeight = height
      grown = 0
      lay('own')
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
        lay(waiting ?? 'others')
      }
    },
    layAgain: () => {
      grown = 0
      layAll('own')
    },
    measureAgain: (fresh) => {
      measure.forget()
      if (fresh) grown = 0
      layAll('measured')
    },
    layMeasured: () => layAll('measured'),
    cause: () => cause,
    close: () => {
      cancelAnimationFrame(frame)
      for (const end of ends) end()
      measure.close()
    },
  }
}

/** The Themenspeicher is the last zone. */
const wallZones = ({ zones, parked }: Arrangement): readonly WallZone[] => [
  ...zones,
  { question: null, clusters: noClusters, loose: parked },
]
const noClusters: WallZone['clusters'] = []
