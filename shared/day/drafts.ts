import * as Y from 'yjs'
import { addNote, bodyOf, byCreation, notesOf, readNote, type Note, type NoteMap } from '../board.ts'
import { isId, type GroupId, type NoteId } from '../ids.ts'
import { hasVisibleText, plainText, type Block } from '../note.ts'
import type { EventPlan } from '../template.ts'

/** What a draft note says beyond a note: the group it was written for, and what of it has left the draft already. */
const groupKey = 'group'
const sentKey = 'sent'

/** The copy that was made of a draft note, on the board or among the Nachzügler. */
export type Sent = { readonly as: NoteId; readonly at: number; readonly said: string }
export type DraftNote = {
  readonly note: Note
  readonly map: NoteMap
  readonly group: GroupId
  readonly sent: Sent | null
}
type Groups = Pick<EventPlan, 'groups'>

export const setDraftGroup = (map: NoteMap, group: GroupId): void => void map.set(groupKey, group)

/** The group a draft note was written for; a program that does not say it still says the Teilfrage. */
const groupOfDraft = (map: NoteMap, { groups }: Groups): GroupId | null => {
  const said = map.get(groupKey)
  const question = map.get('question')
  const found =
    groups.find(({ id }) => id === said) ??
    groups.find(({ questions }) => questions.some(({ id }) => id === question))
  return found?.id ?? null
}

const sentOf = (map: NoteMap): Sent | null => {
  const { as, at, said } = (map.get(sentKey) ?? {}) as Record<string, unknown>
  return isId(as) && typeof at === 'number' && typeof said === 'string'
    ? { as: as as NoteId, at, said }
    : null
}

/** All that is carried from a draft to a board. */
const saidIn = ({ question, kind, levels, tags, blocks }: Note): string =>
  JSON.stringify([question, kind, levels, tags, blocks])

/** Notes with something to see, laid away or not. */
export const readDrafts = (doc: Y.Doc, plan: Groups): DraftNote[] => {
  const drafts: DraftNote[] = []
  for (const [id, map] of notesOf(doc)) {
    if (!isId(id) || !(map instanceof Y.Map)) continue
    const group = groupOfDraft(map as NoteMap, plan)
    const note = readNote(id, map as NoteMap)
    if (group && !note.isEmpty)
      drafts.push({ note, map: map as NoteMap, group, sent: sentOf(map as NoteMap) })
  }
  return drafts.sort((a, b) => byCreation(a.note, b.note))
}

/** True when the copy outside says what the draft says. */
export const isSent = ({ note, sent }: Pick<DraftNote, 'note' | 'sent'>): boolean =>
  sent !== null && sent.said === saidIn(note)

/** Not on a board yet, or written on since; what its author has laid away is not meant. */
export const unsentDrafts = (doc: Y.Doc, plan: Groups): DraftNote[] =>
  readDrafts(doc, plan).filter((draft) => draft.note.trashedAt === null && !isSent(draft))

/** Whether the page of a group shows this note of a draft, empty ones included. */
export const standsInDraft = (map: NoteMap, group: GroupId, plan: Groups): boolean => {
  if (groupOfDraft(map, plan) !== group) return false
  const sent = sentOf(map)
  return sent === null || sent.said !== saidIn(readNote('', map))
}

/** The draft keeps its note: whoever writes on in it, perhaps without network, writes nothing into the void. */
export const markSent = ({ note, map }: DraftNote, as: NoteId, at: number): void =>
  void map.set(sentKey, { as, at, said: saidIn(note) } satisfies Sent)

/**
 * What was revealed without names: no word of it is left in the draft that could be laid beside the board. Its empty
 * paragraphs stay: whoever writes on in one of them, perhaps without network, writes into the note and not into the void.
 */
export const forgetSent = ({ note, map, group }: DraftNote): void => {
  for (const field of map.keys()) if (field !== 'body') map.delete(field)
  const body = bodyOf(map)
  if (body) emptyTexts(body)
  setDraftGroup(map, group)
  const said = saidIn(readNote(note.id, map))
  map.set(sentKey, { as: note.id, at: 0, said } satisfies Sent)
}

/** Whether this note was revealed without names: what it says now was written afterwards. */
export const isForgotten = (map: NoteMap): boolean => sentOf(map)?.at === 0

/** In these one writes; the rest is taken out whole, as its very name may say something. */
const textFrames: ReadonlySet<string> = new Set(['paragraph', 'bulletList', 'orderedList', 'listItem'])

const emptyTexts = (parent: Y.XmlFragment): void => {
  parent.toArray().forEach((node, at, { length }) => {
    if (node instanceof Y.XmlText) node.delete(0, node.length)
    else if (node instanceof Y.XmlElement && textFrames.has(node.nodeName)) {
      for (const name of Object.keys(node.getAttributes())) node.removeAttribute(name)
      emptyTexts(node)
    } else parent.delete(at - (length - parent.length), 1)
  })
}

/** Without the paragraphs in which nothing was written. */
const writtenIn = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (!hasVisibleText(plainText([block]))) return []
    if (block.type === 'paragraph') return [block]
    return [{ ...block, items: block.items.map(writtenIn).filter((item) => item.length > 0) }]
  })

/** As a new note: places, headings and marks are the group's to give. */
export const copyDraft = (
  board: Y.Doc,
  { note, group, sent }: DraftNote,
  as: NoteId,
  plan: Groups,
): NoteMap => {
  const known = plan.groups.find(({ id }) => id === group)?.questions ?? []
  const { kind, levels, tags, createdAt } = note
  const blocks = sent?.at === 0 ? writtenIn(note.blocks) : note.blocks
  const question = known.some(({ id }) => id === note.question) ? note.question : null
  return addNote(board, { id: as, question, kind, levels, tags, blocks, createdAt })
}
