import type * as Y from 'yjs'
import { readClusters, readNotes, type Note } from '../board.ts'
import { readComments } from '../comments.ts'
import { blocksOf } from '../note.ts'
import { wordingsOf } from '../result.ts'
import type { LateChange, LateField, LateText } from './collectAnswers.ts'

/** How a note is called, and whose it is. */
export type Naming = (id: Note['id']) => { readonly number: string | null; readonly author: string }

const fields: { readonly [F in LateField]: (note: Note) => unknown } = {
  question: ({ question }) => question,
  kind: ({ kind }) => kind,
  levels: ({ levels }) => levels,
  tags: ({ tags }) => tags,
  cluster: ({ cluster }) => cluster,
  place: ({ at }) => at,
  mark: ({ forPlenum }) => forPlenum,
  tray: ({ trashedAt }) => trashedAt !== null,
  merge: ({ mergedInto }) => mergedInto,
}

const textOf = ({ question, kind, levels, blocks }: Note): LateText => ({ question, kind, levels, blocks })
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What a board would say otherwise than it does. Notes without text count only where there was some. */
export const boardChanges = (before: Y.Doc, after: Y.Doc, name: Naming): LateChange[] => {
  const was = new Map(readNotes(before).map((note) => [note.id, note]))
  const is = new Map(readNotes(after).map((note) => [note.id, note]))
  const changes: LateChange[] = []
  for (const id of new Set([...is.keys(), ...was.keys()])) {
    const [old, fresh] = [was.get(id), is.get(id)]
    if ((old?.isEmpty ?? true) && (fresh?.isEmpty ?? true)) continue
    const changed =
      old && fresh
        ? (Object.keys(fields) as LateField[]).filter(
            (field) => !isSame(fields[field](old), fields[field](fresh)),
          )
        : []
    if (old && fresh && changed.length === 0 && isSame(old.blocks, fresh.blocks)) continue
    changes.push({
      kind: 'note',
      id,
      ...name(id),
      before: old && !old.isEmpty ? textOf(old) : null,
      after: fresh && !fresh.isEmpty ? textOf(fresh) : null,
      fields: changed,
    })
  }
  return [...changes, ...commentChanges(before, after), ...clusterChanges(before, after)]
}

const commentChanges = (before: Y.Doc, after: Y.Doc): LateChange[] => {
  const texts = (doc: Y.Doc) =>
    new Map([...readComments(doc).values()].flat().map((one) => [`${one.note}/${one.id}`, one] as const))
  return differences(texts(before), texts(after), ({ text }) => text).map(({ one, before, after }) => ({
    kind: 'comment',
    note: one.note,
    before,
    after,
  }))
}

const clusterChanges = (before: Y.Doc, after: Y.Doc): LateChange[] => {
  const titles = (doc: Y.Doc) => new Map(readClusters(doc).map((one) => [one.id as string, one]))
  return differences(titles(before), titles(after), ({ title }) => title).map(({ before, after }) => ({
    kind: 'cluster',
    before,
    after,
  }))
}

const differences = <T>(was: ReadonlyMap<string, T>, is: ReadonlyMap<string, T>, say: (one: T) => string) =>
  [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [old, fresh] = [was.get(key), is.get(key)]
    const one = fresh ?? old
    const [before, after] = [old ? say(old) : null, fresh ? say(fresh) : null]
    return one && before !== after ? [{ one, before, after }] : []
  })

/** The same for the wordings of the Plenum. */
export const wordingChanges = (before: Y.Doc, after: Y.Doc, name: (result: string) => string): LateChange[] =>
  [...new Set([...wordingsOf(after).keys(), ...wordingsOf(before).keys()])].flatMap((id): LateChange[] => {
    const [old, fresh] = [wordingsOf(before).get(id), wordingsOf(after).get(id)]
    const [was, is] = [old ? blocksOf(old) : [], fresh ? blocksOf(fresh) : []]
    return isSame(was, is) ? [] : [{ kind: 'wording', name: name(id), before: was, after: is }]
  })
