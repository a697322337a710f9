import * as Y from 'yjs'
import type { GroupId, KindId, LevelId, NoteId, NoteRef, QuestionId, TagId } from './ids.ts'
import { noteNumber, noteRef, partsOfRef } from './ids.ts'
import { markedNotes, type Note } from './board.ts'
import { cardsOf } from './merging.ts'
import { trimBlocks, type Block } from './note.ts'
import type { EventPlan } from './template.ts'

/**
 * What the Plenum sees of a group's note: a plain value with its origin.
 * `seen` is the board's log number at which this content was first read; of two states of one note the later wins.
 */
export type GatheredNote = {
  readonly ref: NoteRef
  readonly group: GroupId
  readonly note: NoteId
  /** */
  readonly number: string
  readonly question: QuestionId | null
  readonly kind: KindId
  readonly levels: readonly LevelId[]
  readonly tags: readonly TagId[]
  readonly blocks: readonly Block[]
  /** Place among the group's marked notes, null for a note that is only cited. */
  readonly order: string | null
  /** It stood in the Plenum by its mark at least once; a note that is only cited (verwandt) never did. */
  readonly wasMarked: boolean
  /** Cited, but its mark was taken away, or it was laid into the tray. */
  readonly withdrawn: boolean
  /** the card that it was put together into on its board. */
  readonly mergedInto?: string
  readonly seen: number
}

/** Its text is gone, for good or by its author's hand: what names it shows a gap. */
export const isErased = ({ withdrawn, blocks }: Pick<GatheredNote, 'withdrawn' | 'blocks'>): boolean =>
  withdrawn && blocks.length === 0

export type NumberOf = (note: NoteId) => number | undefined

/** Notes that results name: as a source, as verwandt, in an open point. */
export type Cited = ReadonlySet<NoteRef>

/**
 * A board's notes as the Plenum may see them: marked, or cited by a result or as a link.
 * Notes without a number are left out until the server has given one.
 */
export const gatherable = (
  group: GroupId,
  notes: readonly Note[],
  numberOf: NumberOf,
  cited: Cited,
  seen: number,
): GatheredNote[] => {
  const marked = new Set(markedNotes(notes))
  const cards = cardsOf(notes)
  return notes.flatMap((note) => {
    const ref = noteRef(group, note.id)
    const number = numberOf(note.id)
    const isMarked = marked.has(note)
    const card = cards.get(note.id)
    const cardNumber = card && numberOf(card)
    if (number === undefined || !(isMarked || cited.has(ref))) return []
    return [
      {
        ref,
        group,
        note: note.id,
        number: noteNumber(group, number),
        question: note.question,
        kind: note.kind,
        levels: note.levels,
        tags: note.tags,
        blocks: trimBlocks(note.blocks),
        order: isMarked ? note.forPlenum : null,
        wasMarked: isMarked,
        withdrawn: !isMarked && (note.trashedAt !== null || note.isEmpty),
        ...(cardNumber && { mergedInto: noteNumber(group, cardNumber) }),
        seen,
      },
    ]
  })
}

/**
 * Gathers notes of all groups: one of each, the latest state, in the order Leitfrage → chosen order → reference.
 * Laws: the order of the input does not matter; repeating changes nothing; gathering again keeps what was gathered.
 */
export const gather = (notes: readonly GatheredNote[], plan: Pick<EventPlan, 'groups'>): GatheredNote[] => {
  const latest = new Map<NoteRef, GatheredNote>()
  for (const note of notes) {
    const known = latest.get(note.ref)
    if (!known || isLater(note, known)) latest.set(note.ref, note)
  }
  const groupAt = new Map(plan.groups.map((group, at) => [group.id, at]))
  const rank = (note: GatheredNote) => groupAt.get(note.group) ?? plan.groups.length
  return [...latest.values()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.group, b.group) ||
      Number(a.order === null) - Number(b.order === null) ||
      compare(a.order ?? '', b.order ?? '') ||
      compare(a.ref, b.ref),
  )
}

const isLater = (a: GatheredNote, b: GatheredNote) =>
  a.seen > b.seen || (a.seen === b.seen && canonical(a) > canonical(b))
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const canonical = (note: GatheredNote) => JSON.stringify({ ...note, seen: 0 })

/** The gathered notes, in a document that only the server writes: plain values, one key a note. */
export const gatheredOf = (doc: Y.Doc): Y.Map<GatheredNote> => doc.getMap('notes')
export const readGathered = (doc: Y.Doc, plan: Pick<EventPlan, 'groups'>): GatheredNote[] =>
  gather([...gatheredOf(doc).values()], plan)

/** What must change in the gathered document so that this group stands as given; null when nothing. */
export const gatheringChange = (
  doc: Y.Doc,
  group: GroupId,
  next: readonly GatheredNote[],
  cited: Cited,
): { set: GatheredNote[]; drop: NoteRef[] } | null => {
  const now = gatheredOf(doc)
  const wanted = new Map(next.map((note) => [note.ref, note]))
  const set: GatheredNote[] = []
  const drop: NoteRef[] = []
  for (const [ref, known] of now as unknown as Map<NoteRef, GatheredNote>) {
    if (partsOfRef(ref).group !== group || wanted.has(ref)) continue
    // A cited note stays, even if someone's client removed it from the board altogether.
    if (cited.has(ref)) wanted.set(ref, { ...known, order: null, withdrawn: true })
    else drop.push(ref)
  }
  for (const found of wanted.values()) {
    const known = now.get(found.ref)
    const note = remembering(found, known)
    if (!known || canonical(known) !== canonical(note)) set.push(note)
  }
  return set.length + drop.length > 0 ? { set, drop } : null
}

/** A note that lost its mark while it was cited is withdrawn, and stays so until it is marked again. */
const remembering = (note: GatheredNote, known: GatheredNote | undefined): GatheredNote => {
  const wasMarked = note.wasMarked || (known?.wasMarked ?? false)
  return { ...note, wasMarked, withdrawn: note.withdrawn || (wasMarked && note.order === null) }
}
