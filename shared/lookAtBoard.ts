import { standingNotes, type Cluster, type Note, type PlacedNote, type Spot } from './board.ts'
import type { FirstLook, LookCard, LookCluster, LookZone } from './firstLook.ts'
import type { NoteId, QuestionId } from './ids.ts'
import { originalsIn } from './merging.ts'
import { isParked, zoneOf } from './zone.ts'

/** A board as it is stored. */
export type SeenBoard = {
  readonly notes: readonly PlacedNote[]
  readonly clusters: readonly Cluster[]
  /** Asked only for the cards that are shown. */
  readonly writtenOn: (id: NoteId) => Pick<Note, 'levels' | 'blocks'>
  /** "A-07"; null until the server has given one. */
  readonly numberOf: (id: NoteId) => string | null
}

/** How much of a board is enough for the first screen of a large window; heights in the board's pixels. */
export const lookLimits = { loose: 40, inCluster: 40, parked: 12, height: 2600 }
/** No sheet is lower: its head, and rows of two cards with one line each. */
const least = { head: 34, row: 60 }

/** The first screen of a board. Where everything stands is what the whole board says (`zoneOf`); only cards are left out. */
export const lookAtBoard = (board: SeenBoard, questions: readonly QuestionId[]): FirstLook => {
  const { notes, clusters, numberOf, writtenOn } = board
  const originals = originalsIn(notes)
  const standing = new Map(standingNotes(notes).map((note) => [note.id, note]))
  const all = [...standing.values()]
  const off = isParked(questions)
  const places = new Map(clusters.map(({ id, at, question }) => [id, { at, question }]))
  const zones = questions.map((question): LookZone => {
    const here = all.filter((note) => note.question === question && !off(note))
    const zone = zoneOf(question, here, clusters)
    const sheets = zone.clusters.map((cluster): LookCluster => {
      const place = places.get(cluster.id)
      const at = place?.question === question ? place.at : null
      return { ...cluster, at, count: cluster.notes.length }
    })
    return {
      question,
      clusters: topSheets(sheets),
      loose: topLoose(zone.loose, (id) => standing.get(id)?.at ?? null),
      count: here.length,
    }
  })
  const parked = all
    .filter(off)
    .slice(0, lookLimits.parked)
    .map(({ id }) => id)
  const shown = new Set([
    ...zones.flatMap(({ clusters: sheets, loose }) => [...sheets.flatMap((sheet) => sheet.notes), ...loose]),
    ...parked,
  ])
  const card = (id: NoteId): LookCard => {
    const { kind, at, column, forPlenum } = standing.get(id) as PlacedNote
    const { levels, blocks } = writtenOn(id)
    const merged = originals.get(id)?.length ?? 0
    return {
      id,
      number: numberOf(id),
      kind,
      levels,
      blocks,
      at,
      column,
      isMarked: forPlenum !== null,
      merged,
    }
  }
  return { zones, parked, cards: [...shown].map(card) }
}

/** Sheets follow each other: of one that must begin below the screen no card comes along. */
const topSheets = (sheets: readonly LookCluster[]): readonly LookCluster[] => {
  const shown = new Map<LookCluster, LookCluster['notes']>()
  const show = (ordered: readonly LookCluster[]) => {
    let end = 0
    for (const sheet of ordered) {
      if (Math.max(end, sheet.at?.y ?? 0) >= lookLimits.height) return
      shown.set(sheet, sheet.notes.slice(0, lookLimits.inCluster))
      end += least.head + Math.ceil(sheet.count / 2) * least.row
    }
  }
  // Which of the others one that was put somewhere comes before is the wall's to say.
  show(sheets.filter(({ at }) => at === null))
  show(sheets.filter(({ at }) => at !== null).sort(byPlace))
  return sheets.map((sheet) => ({ ...sheet, notes: shown.get(sheet) ?? [] }))
}

/** What somebody placed on the first screen stands there however late it was made. */
const topLoose = (ids: readonly NoteId[], atOf: (id: NoteId) => Spot | null): readonly NoteId[] => {
  const loose = ids.map((id) => ({ id, at: atOf(id) }))
  const placed = loose.filter(({ at }) => at !== null && at.y < lookLimits.height).sort(byPlace)
  const chosen = new Set([...new Set([...placed, ...loose].map(({ id }) => id))].slice(0, lookLimits.loose))
  return ids.filter((id) => chosen.has(id))
}

type Placed = { readonly at: Spot | null }
const byPlace = ({ at: one }: Placed, { at: other }: Placed): number =>
  one && other ? one.y - other.y || one.x - other.x : 0
