import * as Y from 'yjs'
import { addNote, bodyOf, markedNotes, notesOf, readNotes } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import type { Dice } from './dice.ts'
import { Net } from './net.ts'

/** One thing that happens, as data: what is chosen is separate from how it is done. */
export type Deed =
  | { do: 'add' | 'mark' | 'remove' | 'trash'; peer: number; note: number }
  | { do: 'type'; peer: number; note: number; at: number; word: string }
  | { do: 'erase'; peer: number; note: number; at: number; length: number }
  | { do: 'drop' | 'return'; peer: number }
  | { do: 'hear'; peer: number; other: number }
  | { do: 'fail'; commits: number }
  | { do: 'crash' | 'freeze' | 'reopen' }
  | { do: 'wait'; ms: number }

const ways = ['group', 'tabs', 'plenum'] as const

/** The deeds of a seed, chosen without looking at what came of them. */
export const chooseDeeds = (dice: Dice, count: number): { way: (typeof ways)[number]; deeds: Deed[] } => {
  const way = dice.pick(ways)
  const word = (at: number) => `«${at}»`
  const choose = (at: number): Deed => {
    const peer = dice.below(4)
    const note = dice.below(8)
    const roll = dice.below(100)
    if (roll < 34) return { do: 'type', peer, note, at: dice.below(40), word: word(at) }
    if (roll < 46) return { do: 'add', peer, note }
    if (roll < 54) return { do: 'erase', peer, note, at: dice.below(40), length: 1 + dice.below(6) }
    if (roll < 58) return { do: dice.pick(['mark', 'trash', 'remove'] as const), peer, note }
    if (roll < 64) return { do: 'drop', peer }
    if (roll < 72) return { do: 'return', peer }
    if (roll < 74) return { do: 'fail', commits: 1 + dice.below(3) }
    if (roll < 75) return { do: 'crash' }
    if (roll < 80 && way === 'tabs') return { do: 'hear', peer, other: dice.below(4) }
    if (roll < 80 && way === 'plenum') return { do: dice.pick(['freeze', 'reopen'] as const) }
    return { do: 'wait', ms: dice.below(dice.chance(0.1) ? 3000 : 60) }
  }
  return { way, deeds: Array.from({ length: count }, (_, at) => choose(at)) }
}

const noteAt = (doc: Y.Doc, at: number) => {
  const ids = [...notesOf(doc).keys()].sort()
  return ids.length > 0 ? notesOf(doc).get(ids[at % ids.length] as string) : undefined
}
/** The text of a note: one run, so that deeds can name places in it. */
const textOf = (doc: Y.Doc, at: number): Y.XmlText | undefined => {
  const note = noteAt(doc, at)
  const paragraph = (note && bodyOf(note))?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  return text instanceof Y.XmlText ? text : undefined
}

const edit = (doc: Y.Doc, deed: Deed, at: number): void => {
  switch (deed.do) {
    case 'add': {
      const body = new Y.XmlElement('paragraph')
      const note = addNote(doc, {
        id: `n${at}-${deed.peer}` as NoteId,
        question: null,
        kind: 'idea' as KindId,
        createdAt: at,
      })
      bodyOf(note)?.insert(0, [body])
      body.insert(0, [new Y.XmlText(deed.note % 2 === 0 ? `Karte ${at} ` : '')])
      return
    }
    case 'type': {
      const text = textOf(doc, deed.note)
      return text?.insert(Math.min(deed.at, text.length), deed.word)
    }
    case 'erase': {
      const text = textOf(doc, deed.note)
      const from = Math.min(deed.at, text?.length ?? 0)
      return text?.delete(from, Math.min(deed.length, text.length - from))
    }
    case 'mark':
      return void noteAt(doc, deed.note)?.set('forPlenum', `a${at % 10}`)
    case 'trash':
      return void noteAt(doc, deed.note)?.set('trashedAt', at)
    case 'remove': {
      const ids = [...notesOf(doc).keys()].sort()
      return ids.length > 3 ? notesOf(doc).delete(ids[deed.note % ids.length] as string) : undefined
    }
  }
}

/** Does one deed; the world goes on a little in between. */
export const act = async (net: Net, deed: Deed, at: number): Promise<void> => {
  const peer = 'peer' in deed ? net.peers[deed.peer % net.peers.length] : undefined
  switch (deed.do) {
    case 'drop':
      peer?.drop()
      break
    case 'return':
      peer?.connect()
      break
    case 'hear':
      peer?.hear(net.peers[deed.other % net.peers.length] as NonNullable<typeof peer>)
      break
    case 'fail':
      net.store.failing = deed.commits
      break
    case 'crash':
      await net.crash()
      break
    case 'freeze':
    case 'reopen':
      net.freeze(deed.do === 'freeze')
      break
    case 'wait':
      await net.clock.pass(deed.ms)
      break
    default:
      peer?.edit((doc) => edit(doc, deed, at))
  }
  await net.clock.pass(net.dice.below(8))
}

/** What a document says, so that two can be compared and a difference be read. */
export const contentsOf = (doc: Y.Doc) => ({
  notes: readNotes(doc).sort((a, b) => (a.id < b.id ? -1 : 1)),
  marked: markedNotes(readNotes(doc)).map(({ id }) => id),
  knows: Object.fromEntries([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)),
  waits: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
})
