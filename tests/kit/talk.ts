import { openDay } from '#shared/roles.ts'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Person } from '#shared/api.ts'
import type { EventId, GroupId, PersonId } from '#shared/ids.ts'
import { roomName, type Place } from '#shared/place.ts'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import { defaultLimits, type Limits } from '../../server/limits.ts'
import { Records } from '../../server/records.ts'
import { readPresence, step1Frame, updateFrame } from '../../server/rooms/frames.ts'
import { noMeters } from '../../server/rooms/meters.ts'
import { Rooms } from '../../server/rooms/rooms.ts'
import type { Session } from '../../server/rooms/session.ts'
import { inlineWorkshop } from '../../server/rooms/workshop.ts'
import { memoryStore } from '../../server/store/memoryStore.ts'
import type { Store } from '../../server/store/store.ts'
import { Clock } from './clock.ts'
import { standStill } from './standStill.ts'

const event = 'event' as EventId

/** Someone in a conversation: what they send is said by the test, what they hear is written down. */
export type Speaker = {
  readonly name: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** Bytes that the server believes to be under way. */
  backlog: number
  /** Own edits since the last call, as one update frame each. */
  edit(run: (doc: Y.Doc) => void): void
  asks(): void
  says(frame: Uint8Array): void
  shows(state: Record<string, unknown>): void
  leaves(): void
}

/** A room whose every word is written down: who to whom, what. Time passes only when the test says so. */
export class Talk {
  readonly clock = new Clock()
  readonly #lines: string[] = []
  readonly #room
  readonly records: Records
  readonly rooms: Rooms
  frozen = false
  canSave = true
  /** While set, commits wait, and then do as it says. */
  disk: Promise<void> | null = null

  private constructor(place: Place, build: (talk: Talk) => { records: Records; rooms: Rooms }) {
    const { records, rooms } = build(this)
    this.records = records
    this.rooms = rooms
    this.#room = roomName(event, place)
  }

  static async open(
    place: Place = { kind: 'group', group: 'A' as GroupId },
    limits: Partial<Limits> = {},
  ): Promise<Talk> {
    const inner = memoryStore()
    let talk: Talk | null = null
    const store: Store = {
      ...inner,
      async commit(commit) {
        await talk?.disk
        const seqs = await inner.commit(commit)
        const what = [
          ...seqs.map((seq) => `update ${seq}`),
          ...(commit.changes ?? []).map(({ table, id }) => `${table} ${id}`),
        ]
        talk?.write(`server → log ${what.join(' and ')}`)
        return seqs
      },
    }
    const records = await Records.open(store, event)
    talk = new Talk(place, (talk) => ({
      records,
      rooms: new Rooms({
        store,
        workshop: inlineWorkshop,
        limits: { ...defaultLimits, ...limits },
        meters: noMeters,
        records,
        timers: talk.clock,
        newId: () => 'session',
        hasGroup: () => true,
        day: () => ({ ...openDay, plenumFrozen: talk.frozen }),
        canSave: () => talk.canSave,
        onFault: () => talk.write('room was given up'),
      }),
    }))
    standStill(talk.clock)
    return talk
  }

  write(line: string): void {
    this.#lines.push(line)
  }

  /** What was said since the last call; presence that says nothing is left out. */
  async heard(ms = 110): Promise<string[]> {
    await this.clock.pass(ms)
    return this.#lines.splice(0)
  }

  async joins(
    name: string,
    role: Person['role'] = 'member',
    { wantsAcks = true, seat = { kind: 'group', group: 'A' as GroupId } as Person['seat'] } = {},
  ): Promise<Speaker> {
    const person: Person = { id: name as PersonId, name, role, seat, joinedAt: 0 }
    const disk = this.disk
    this.disk = null
    await this.records.commit([{ table: 'person', id: person.id, value: person }])
    this.#lines.pop()
    this.disk = disk
    const room = await this.rooms.open(this.#room)
    const doc = new Y.Doc()
    const awareness = new Awareness(doc)
    awareness.setLocalState(null)
    clearInterval(awareness._checkInterval)
    let backlog = 0
    const session: Session = room.join({
      person,
      wantsAcks,
      send: ({ frames }) => {
        for (const frame of frames) {
          hear(doc, frame)
          const words = wordsOf(frame)
          if (words) this.write(`server → ${name} ${words}`)
        }
      },
      close: ({ code, close }) => this.write(`server → ${name} closed ${close} ${code}`),
      backlog: () => backlog,
    })
    const speaker: Speaker = {
      name,
      doc,
      awareness,
      get backlog() {
        return backlog
      },
      set backlog(bytes) {
        backlog = bytes
      },
      edit: (run) => {
        const updates: Uint8Array[] = []
        const collect = (update: Uint8Array) => updates.push(update)
        doc.on('update', collect)
        doc.transact(() => run(doc))
        doc.off('update', collect)
        for (const update of updates) room.receive(session, updateFrame(update))
      },
      asks: () => room.receive(session, step1Frame(Y.encodeStateVector(doc))),
      says: (frame) => room.receive(session, frame),
      shows: (state) => {
        awareness.setLocalState(state)
        room.receive(session, awarenessFrame(awareness, [awareness.clientID]))
      },
      leaves: () => room.leave(session),
    }
    return speaker
  }
}

export const awarenessFrame = (awareness: Awareness, clients: number[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, frameType.awareness)
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients))
  return encoding.toUint8Array(encoder)
}

/** What a speaker hears changes their document, as with any client. */
const hear = (doc: Y.Doc, frame: Uint8Array): void => {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== frameType.sync) return
  if (decoding.readVarUint(decoder) !== syncType.step1)
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
}

/** A frame in words; null for presence that says nothing. */
const wordsOf = (frame: Uint8Array): string | null => {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  if (type === frameType.awareness) {
    const entries = readPresence(decoding.readVarUint8Array(decoder))
    return entries.length === 0 ? null : `presence ${entries.map(({ json }) => json).join(' ')}`
  }
  const sub = decoding.readVarUint(decoder)
  if (type === frameType.sync)
    return { [syncType.step1]: 'step 1', [syncType.step2]: 'step 2', [syncType.update]: 'update' }[sub] ?? '?'
  const count = decoding.readVarUint(decoder)
  return sub === ackType.stored ? `stored ${count}` : `refused ${count} ${decoding.readVarString(decoder)}`
}
