import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { addNote, bodyOf, notesOf } from '#shared/board.ts'
import type { KindId, NoteId } from '#shared/ids.ts'
import { parseNoteText } from '#shared/noteText.ts'
import {
  presenceFrame,
  refusedFrame,
  step1Frame,
  step2Frame,
  storedFrame,
  updateFrame,
} from '../../server/rooms/frames.ts'
import type { Dice } from './dice.ts'

/** Stands in memory beside every frame: whoever reads past the end of one reads this. */
export const beside = Buffer.from('¡nobody may read this!')

export const tricks = [
  'noise',
  'cut',
  'flipped',
  'lying',
  'doubled',
  'spliced',
  'counted',
  'nonsense in an update',
  'true',
  'fresh',
  'presence',
  'crowd',
] as const
type Trick = (typeof tricks)[number]

/** Makes hostile frames without end: noise, true frames of every kind, and these bent in every way. */
export class FrameForge {
  readonly #dice: Dice
  readonly #frames: readonly Uint8Array[]
  /** How many of each kind were made. */
  readonly made = Object.fromEntries(tricks.map((trick) => [trick, 0])) as Record<Trick, number>

  constructor(dice: Dice) {
    this.#dice = dice
    this.#frames = trueFrames(dice)
  }

  next(): Uint8Array {
    const trick = this.#dice.pick(tricks)
    this.made[trick]++
    return inMemory(this.#make(trick))
  }

  #make(trick: Trick): Uint8Array {
    const dice = this.#dice
    const frame = dice.pick(this.#frames)
    switch (trick) {
      case 'noise':
        return this.#noise(dice.below(dice.chance(0.01) ? 4000 : 40))
      case 'cut':
        return frame.subarray(0, dice.below(frame.length))
      case 'flipped':
        return this.#flipped(frame, frame.length)
      case 'lying':
        return this.#lying(frame)
      case 'doubled':
        return Buffer.concat([frame, frame])
      case 'spliced': {
        const other = dice.pick(this.#frames)
        return Buffer.concat([
          frame.subarray(0, dice.below(frame.length)),
          other.subarray(dice.below(other.length)),
        ])
      }
      case 'counted':
        return this.#counted()
      case 'nonsense in an update':
        return updateFrame(this.#flipped(dice.pick(this.#frames).subarray(3), 400))
      case 'true':
        return frame
      case 'fresh':
        return updateFrame(freshUpdate(dice))
      case 'presence':
        return presenceFrame([this.#presence()])
      case 'crowd':
        return presenceFrame(Array.from({ length: dice.below(40) }, () => this.#presence()))
    }
  }

  #noise(length: number): Uint8Array {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at++) bytes[at] = this.#dice.below(256)
    // Half of it looks as if it began well.
    if (length > 1 && this.#dice.chance(0.5)) bytes.set([this.#dice.below(4), this.#dice.below(3)])
    return bytes
  }

  #flipped(frame: Uint8Array, within: number): Uint8Array {
    const bytes = frame.slice()
    for (let flips = this.#dice.below(6); flips >= 0 && bytes.length > 0; flips--) {
      const at = this.#dice.below(Math.min(within, bytes.length))
      bytes[at] = (bytes[at] as number) ^ (1 << this.#dice.below(8))
    }
    return bytes
  }

  #number(): number {
    const dice = this.#dice
    return dice.pick([0, 1, 2, 127, 128, 5000, 65_536, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 1, dice.below(300)])
  }

  /** The true bytes behind a wrong length. */
  #lying(frame: Uint8Array): Uint8Array {
    const head = frame[0] === 0 ? 2 : 1
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, frame.subarray(0, head))
    encoding.writeVarUint(
      encoder,
      this.#dice.chance(0.5) ? this.#number() : Math.max(0, frame.length - 5 + this.#dice.below(6)),
    )
    encoding.writeUint8Array(encoder, frame.subarray(Math.min(frame.length, head + 1)))
    return encoding.toUint8Array(encoder)
  }

  /** Numbers where numbers belong, far too large, with little behind them. */
  #counted(): Uint8Array {
    const body = encoding.createEncoder()
    for (let count = this.#dice.below(8); count >= 0; count--) {
      encoding.writeVarUint(body, this.#number())
      if (this.#dice.chance(0.4)) encoding.writeUint8(body, this.#dice.below(256))
      if (this.#dice.chance(0.2)) encoding.writeVarString(body, 'notes')
    }
    const frame = encoding.createEncoder()
    const type = this.#dice.below(2)
    encoding.writeVarUint(frame, type)
    if (type === 0) encoding.writeVarUint(frame, this.#dice.below(3))
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(body))
    return encoding.toUint8Array(frame)
  }

  #presence() {
    const dice = this.#dice
    const json = dice.pick([
      'null',
      '{}',
      '{"note":"n1"}',
      `{"user":{"id":"anna","name":"Anna","role":"staff"},"at":${dice.below(99)}}`,
      '{"__proto__":{"user":1}}',
      '[]',
      '7',
      '{"a":',
      '}{',
      `{"a":"${'x'.repeat(dice.chance(0.01) ? 20_000 : 20)}"}`,
      '{"a":1}\n ',
    ])
    return { client: dice.chance(0.5) ? dice.below(20) : this.#number(), clock: this.#number(), json }
  }
}

/** In the middle of a larger piece of memory, as frames from a socket are. */
const inMemory = (frame: Uint8Array): Uint8Array => {
  const memory = new Uint8Array(frame.length + 2 * beside.length)
  memory.set(beside)
  memory.set(frame, beside.length)
  memory.set(beside, beside.length + frame.length)
  return memory.subarray(beside.length, beside.length + frame.length)
}

/** Somebody new writes something small, somewhere. */
const freshUpdate = (dice: Dice): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = dice.below(2 ** 31)
  const roll = dice.below(4)
  if (roll === 0) doc.getMap('notes').set(`n${dice.below(50)}`, dice.below(9))
  else if (roll === 1) doc.getArray('notes').insert(0, [dice.below(9)])
  else if (roll === 2) addNote(doc, noteOf(`x${dice.below(1000)}`, dice.chance(0.5) ? 'Unfug' : ''))
  else doc.getMap('clusters').set('c', new Y.Text('Unfug'))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

export const noteOf = (id: string, text: string) => ({
  id: id as NoteId,
  question: null,
  kind: 'idea' as KindId,
  createdAt: 0,
  blocks: parseNoteText(text),
})

/** Frames as honest clients send them, one of every sort and many edits. */
const trueFrames = (dice: Dice): Uint8Array[] => {
  const doc = new Y.Doc()
  doc.clientID = 4711
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let at = 0; at < 40; at++) {
    const note = [...notesOf(doc).values()].at(dice.below(9))
    if (!note || at % 4 === 0)
      addNote(doc, noteOf(`m${at}`, `Karte **${at}** mit [Link](https://example.org)\n\n- eins`))
    else if (at % 4 === 1) note.set('levels', new Y.Map([['land', true]]))
    else if (at % 4 === 2 && bodyOf(note)?.length) bodyOf(note)?.delete(0, 1)
    else bodyOf(note)?.insert(0, [new Y.XmlElement('paragraph'), new Y.XmlText('lose')])
  }
  doc.getText('any').insertEmbed(0, { image: 1 })
  doc.getArray('any list').insert(0, [new Uint8Array([1, 2, 3]), null, 1.5, { deep: [true] }, new Y.Doc()])
  const half = updates.slice(20)
  const states = [
    { client: 7, clock: 1, json: '{"note":"m0","cursor":{"anchor":1}}' },
    { client: 8, clock: 3, json: 'null' },
  ]
  return [
    ...updates.map(updateFrame),
    ...half.map(step2Frame),
    step2Frame(Y.encodeStateAsUpdate(doc)),
    step1Frame(Y.encodeStateVector(doc)),
    step1Frame(Y.encodeStateVector(new Y.Doc())),
    updateFrame(Y.encodeStateAsUpdate(new Y.Doc())),
    presenceFrame(states),
    presenceFrame([]),
    Uint8Array.of(3),
    Uint8Array.of(2, 0, 2, 110, 111),
    storedFrame(3),
    refusedFrame(1, 'readOnly'),
  ]
}
