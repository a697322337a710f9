import type { Note } from '#shared/board.ts'
import type { ClusterId, KindId, LevelId, TagId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'

/** What is searched for. Everything asked must hold; of several values of one field any. */
export type NoteFilter = {
  readonly text: string
  readonly kinds: readonly KindId[]
  readonly levels: readonly LevelId[]
  readonly tags: readonly TagId[]
  readonly clusters: readonly ClusterId[]
  readonly isMarked: boolean
  readonly isMine: boolean
}
export const noFilter: NoteFilter = {
  text: '',
  kinds: [],
  levels: [],
  tags: [],
  clusters: [],
  isMarked: false,
  isMine: false,
}

/** How many conditions there are beside the text. */
export const countConditions = (filter: NoteFilter): number =>
  filter.kinds.length +
  filter.levels.length +
  filter.tags.length +
  filter.clusters.length +
  Number(filter.isMarked) +
  Number(filter.isMine)

export const isFiltering = (filter: NoteFilter): boolean =>
  filter.text.trim() !== '' || countConditions(filter) > 0

/** What a note's number and author are, for those who search by them. */
export type NoteFacts = { readonly number: string; readonly isMine: boolean }

/** Words may stand in any order; case and marks on letters do not matter. */
export const matching = (filter: NoteFilter): ((note: Note, facts: NoteFacts) => boolean) => {
  const words = folded(filter.text).split(/\s+/)
  const any = <T>(wanted: readonly T[], has: (value: T) => boolean) => wanted.length === 0 || wanted.some(has)
  return (note, { number, isMine }) =>
    any(filter.kinds, (kind) => note.kind === kind) &&
    any(filter.levels, (level) => note.levels.includes(level)) &&
    any(filter.tags, (tag) => note.tags.includes(tag)) &&
    any(filter.clusters, (cluster) => note.cluster === cluster) &&
    (!filter.isMarked || note.forPlenum !== null) &&
    (!filter.isMine || isMine) &&
    words.every((word) => textOf(note).includes(word) || folded(number).includes(word))
}

/** A note is a value: its text is folded once, however often it is searched. */
const texts = new WeakMap<Note, string>()
const textOf = (note: Note): string => {
  const text = texts.get(note) ?? folded(plainText(note.blocks))
  texts.set(note, text)
  return text
}

/** Without case, accents and soft hyphens; ß is ss. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD]/gu, '')
    .toLocaleLowerCase('de')
    .replaceAll('ß', 'ss')
