import { byCreation, type Cluster, type Note } from '../board.ts'
import type { Comment } from '../comments.ts'
import type { NumberOf } from '../gather.ts'
import type { CommentId, GroupId, NoteId, QuestionId } from '../ids.ts'
import { noteNumber } from '../ids.ts'
import { cardsOf } from '../merging.ts'
import { trimBlocks, type Block } from '../note.ts'
import { relatedTo, type NoteLinks } from '../noteLinks.ts'
import { countedVote, pointsByCard } from '../day/pointsByCard.ts'
import type { Spread, Vote } from '../day/vote.ts'
import { reportEvent, type ReportEvent } from './reportEvent.ts'
import { groupOf, kindOf, labelOf, parkingLotKind, type EventPlan } from '../template.ts'

/** Every note with something on it, unedited: the photo of the boards. Nothing a person wrote is missing. */
export type SnapshotReport = {
  readonly event: ReportEvent
  /** A note that was put together with others counts with the card in which it stands; it is printed all the same. */
  readonly counts: {
    readonly notes: number
    readonly marked: number
    readonly tray: number
    readonly originals: number
  }
  readonly groups: readonly SnapshotGroup[]
  readonly withAuthors: boolean
}
export type SnapshotGroup = {
  readonly id: GroupId
  readonly title: string
  /** `id` null: notes without a Teilfrage. */
  readonly questions: readonly {
    readonly id: QuestionId | null
    readonly text: string
    readonly clusters: readonly SnapshotCluster[]
  }[]
  readonly parkingLot: readonly SnapshotNote[]
  /** Laid aside during the day. */
  readonly tray: readonly SnapshotNote[]
}
/** `title` null: the notes that stand alone. */
export type SnapshotCluster = { readonly title: string | null; readonly notes: readonly SnapshotNote[] }
export type SnapshotNote = {
  /** A-07, or null while the server has given none. */
  readonly number: string | null
  /** In the language of the event. */
  readonly kind: string
  readonly levels: readonly string[]
  readonly tags: readonly string[]
  readonly marked: boolean
  readonly author: string | null
  readonly blocks: readonly Block[]
  /** Number of the card in which it stands; null when it stands for itself. */
  readonly mergedIn: string | null
  /** Numbers of the notes that were put together into this one. */
  readonly from: readonly string[]
  readonly related: readonly string[]
  readonly comments: readonly SnapshotComment[]
  /** Of the latest closed vote in which it stood; hands (Sammelpunkte) are counted apart. */
  readonly points?: { readonly points: number; readonly byHand: number }
  readonly resistance?: Spread
}
export type SnapshotComment = {
  readonly text: string
  readonly author: string | null
  readonly isSettled: boolean
}

export type SnapshotInput = {
  readonly plan: EventPlan
  readonly groups: readonly {
    readonly group: GroupId
    readonly notes: readonly Note[]
    readonly clusters: readonly Cluster[]
    readonly comments: ReadonlyMap<NoteId, readonly Comment[]>
    readonly links: NoteLinks
    readonly numberOf: NumberOf
    readonly authorOf: (note: NoteId) => string | undefined
    readonly commentAuthorOf: (note: NoteId, comment: CommentId) => string | undefined
    readonly votes?: readonly Vote[]
  }[]
  readonly withAuthors: boolean
}

export const buildSnapshotReport = ({ plan, groups, withAuthors }: SnapshotInput): SnapshotReport => {
  const originals = groups.flatMap(({ notes }) => [...cardsOf(notes).keys()])
  const written = groups.flatMap(({ notes }) => {
    const cards = cardsOf(notes)
    return notes.filter((note) => !note.isEmpty && !cards.has(note.id))
  })
  const standing = written.filter((note) => note.trashedAt === null)
  return {
    event: reportEvent(plan),
    counts: {
      notes: standing.length,
      marked: standing.filter((note) => note.forPlenum !== null).length,
      tray: written.length - standing.length,
      originals: originals.length,
    },
    groups: groups.map((group) => snapshotGroup(group, plan, withAuthors)),
    withAuthors,
  }
}

const snapshotGroup = (
  group: SnapshotInput['groups'][number],
  plan: EventPlan,
  withAuthors: boolean,
): SnapshotGroup => {
  const { notes, clusters } = group
  const cards = cardsOf(notes)
  const print = printing(group, cards, plan, withAuthors)
  const trashed = new Set(notes.filter((note) => note.trashedAt !== null).map(({ id }) => id))
  /** An original lies where its card lies. */
  const isTrashed = ({ id }: Note) => trashed.has(cards.get(id) ?? id)
  const written = notes.filter((note) => !note.isEmpty).sort(byCreation)
  const standing = written.filter((note) => !isTrashed(note))
  const parked = standing.filter((note) => note.kind === parkingLotKind)
  const onTopic = standing.filter((note) => note.kind !== parkingLotKind)
  const asked = groupOf(plan, group.group)?.questions ?? []
  const isAsked = (note: Note) => asked.some(({ id }) => id === note.question)
  const questions = [
    ...asked.map(({ id, text }) => ({ id, text, notes: onTopic.filter((note) => note.question === id) })),
    { id: null, text: '', notes: onTopic.filter((note) => !isAsked(note)) },
  ]
  return {
    id: group.group,
    title: groupOf(plan, group.group)?.title ?? '',
    questions: questions
      .filter(({ id, notes }) => id !== null || notes.length > 0)
      .map(({ id, text, notes }) => ({
        id,
        text,
        clusters: byCluster(notes, clusters).map(({ title, notes }) => ({ title, notes: notes.map(print) })),
      })),
    parkingLot: parked.map(print),
    tray: written.filter(isTrashed).map(print),
  }
}

/** Every note as it was written, with what was said about it and what it has to do with others. */
const printing = (
  input: SnapshotInput['groups'][number],
  cards: ReadonlyMap<NoteId, NoteId>,
  plan: EventPlan,
  withAuthors: boolean,
): ((note: Note) => SnapshotNote) => {
  const { group, notes, comments, links, numberOf, authorOf, commentAuthorOf, votes = [] } = input
  const outcome = outcomeOf(votes, cards)
  const known = new Set(notes.filter((note) => !note.isEmpty).map(({ id }) => id))
  const nameOf = (id: NoteId): string | null => {
    const number = numberOf(id)
    return number === undefined ? null : noteNumber(group, number)
  }
  const names = (ids: readonly NoteId[]) => ids.flatMap((id) => nameOf(id) ?? []).sort()
  const originals = new Map<NoteId, NoteId[]>()
  for (const note of notes)
    // One step at a time: a card within a card is named by the card it stands in, with notes of its own.
    if (cards.has(note.id) && note.mergedInto)
      originals.set(note.mergedInto, [...(originals.get(note.mergedInto) ?? []), note.id])
  return (note) => ({
    number: nameOf(note.id),
    kind: labelOf(kindOf(plan, note.kind), plan.language),
    levels: note.levels,
    tags: note.tags,
    marked: note.forPlenum !== null && note.trashedAt === null && !cards.has(note.id),
    author: withAuthors ? (authorOf(note.id) ?? null) : null,
    blocks: trimBlocks(note.blocks),
    mergedIn: cards.has(note.id) && note.mergedInto ? nameOf(note.mergedInto) : null,
    from: names((originals.get(note.id) ?? []).filter((id) => known.has(id))),
    related: names(
      relatedTo(links, note.id, [], (id) => (known.has(id) ? id : null)).map(({ card }) => card),
    ),
    comments: (comments.get(note.id) ?? []).map(({ id, text, settledAt }) => ({
      text,
      author: withAuthors ? (commentAuthorOf(note.id, id) ?? null) : null,
      isSettled: settledAt !== null,
    })),
    ...outcome(note.id),
  })
}

/** What a note got; a card that notes were put together into shows the sum, and they what each got before. */
const outcomeOf = (votes: readonly Vote[], cards: ReadonlyMap<NoteId, NoteId>) => {
  const counted = countedVote(votes)
  const own = counted && pointsByCard(counted, (item) => item)
  const sums = counted && pointsByCard(counted, (item) => cards.get(item as NoteId) ?? item)
  const spread = countedVote(votes, 'resistance')?.tally?.spread ?? {}
  return (id: NoteId): Pick<SnapshotNote, 'points' | 'resistance'> => {
    const points = sums?.get(id) ?? own?.get(id)
    return {
      ...(points && { points: { points: points.total - points.byHand, byHand: points.byHand } }),
      ...(spread[id] && { resistance: spread[id] }),
    }
  }
}

/** Clusters in the order of their first notes, then the notes without one. */
const byCluster = (
  notes: readonly Note[],
  clusters: readonly Cluster[],
): { title: string | null; notes: Note[] }[] => {
  const titles = new Map(clusters.map(({ id, title }) => [id, title]))
  const clusterOf = (note: Note) => (note.cluster !== null && titles.has(note.cluster) ? note.cluster : null)
  const used = [...new Set(notes.map(clusterOf))].sort((a, b) => Number(a === null) - Number(b === null))
  return used.map((id) => ({
    title: id === null ? null : (titles.get(id) ?? ''),
    notes: notes.filter((note) => clusterOf(note) === id),
  }))
}
