import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { RoomName } from '#shared/place.ts'
import { ackType, frameType, syncType } from '#shared/wire.ts'
import { assemble } from '../../server/rooms/assemble.ts'
import { Bundle } from '../../server/rooms/bundle.ts'
import { storedFrame, updateFrame } from '../../server/rooms/frames.ts'
import type { RoomsPorts } from '../../server/rooms/rooms.ts'
import type { Line } from '../../server/rooms/session.ts'
import type { Workshop } from '../../server/rooms/workshop.ts'
import type { Commit, Snapshot, Store } from '../../server/store/store.ts'

/** Something that is wrong on purpose, put around a part of a server that is right. */
export type Wrong = {
  /** Around the store of each process that is started. */
  store?(store: Store): Store
  workshop?(workshop: Workshop): Workshop
  ports?(ports: RoomsPorts): RoomsPorts
  /** Around the line that a door hands to a room. */
  line?(line: Line): Line
  /** What a door makes of a frame that it has received. */
  frame?(frame: Uint8Array): Uint8Array
}
/** Made once for each round, so that it may count. */
export type Defect = () => Wrong

const inAll = Symbol('all')
/** True every so many times, of each key by itself. */
const every = (times: number) => {
  const counts = new Map<unknown, number>()
  return (key: unknown = inAll) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count % times === 0
  }
}

/** A store that makes up the log numbers which it answers. */
const numbering = (
  store: Store,
  write: (commit: Commit, answer: () => number[]) => Promise<number[]>,
): Store => {
  const heads = new Map<RoomName, number>()
  return {
    ...store,
    async load(room) {
      const logged = await store.load(room)
      heads.set(room, logged.tail.at(-1)?.seq ?? logged.snapshot?.seq ?? 0)
      return logged
    },
    commit: (commit) =>
      write(commit, () =>
        (commit.appends ?? []).map(({ room }) => {
          const seq = (heads.get(room) ?? 0) + 1
          heads.set(room, seq)
          return seq
        }),
      ),
  }
}

/** The same document as if nothing in it had ever been deleted, as far as it still knows. */
const withoutDeletions = (updates: readonly Uint8Array[]): Uint8Array => {
  const doc = new Y.Doc({ gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  for (const structs of doc.store.clients.values())
    for (const struct of structs) if (struct instanceof Y.Item) struct.deleted = false
  return Y.encodeStateAsUpdate(doc)
}

const compacting =
  (change: (snapshot: Snapshot, before: Snapshot | null) => Snapshot): Defect =>
  () => {
    let before: Snapshot | null = null
    return {
      store: (store) => ({
        ...store,
        commit: (commit) => store.commit(commit),
        compact: (room, snapshot) => {
          const changed = change(snapshot, before)
          before = snapshot
          return store.compact(room, changed)
        },
      }),
    }
  }
const committing =
  (write: (store: Store, commit: Commit) => Promise<number[]>): Defect =>
  () => ({ store: (store) => ({ ...store, commit: (commit) => write(store, commit) }) })
const without = (commit: Commit, table: string): Commit => ({
  ...commit,
  changes: (commit.changes ?? []).filter((change) => change.table !== table),
})
/** Frames on their way out, each as it is or as something else. */
const saying =
  (change: (frame: Uint8Array) => Uint8Array | null): Defect =>
  () => ({
    line: (line) => ({
      ...line,
      send: ({ frames }) => line.send(new Bundle(...frames.map(change).filter((frame) => frame !== null))),
    }),
  })

const isUpdate = (frame: Uint8Array) => frame[0] === frameType.sync && frame[1] === syncType.update
const emptyUpdate = updateFrame(Uint8Array.of(0, 0))

/** What the fuzz must notice. */
export const defects: Readonly<Record<string, Defect>> = {
  'the store answers before it writes': () => ({
    store: (store) =>
      numbering(store, async (commit, answer) => {
        store.commit(commit).catch(() => undefined)
        return answer()
      }),
  }),
  'the store loses every 20th append': () => {
    const isLost = every(20)
    return {
      store: (store) =>
        numbering(store, async (commit, answer) => {
          const appends = (commit.appends ?? []).filter(() => !isLost())
          await store.commit({ ...commit, appends })
          return answer()
        }),
    }
  },
  'the store says of a failed commit that it is done': () => ({
    store: (store) =>
      numbering(store, async (commit, answer) => {
        await store.commit(commit).catch(() => undefined)
        return answer()
      }),
  }),
  'the store says of every 20th commit that it has failed, and keeps it': () => {
    const isDenied = every(20)
    return {
      store: (store) => ({
        ...store,
        commit: async (commit) => {
          const seqs = await store.commit(commit)
          if (isDenied()) throw new Error('disk full')
          return seqs
        },
      }),
    }
  },
  'updates are written first, and their rows in a second step': committing(async (store, commit) => {
    const seqs = await store.commit({ appends: commit.appends ?? [] })
    await store.commit({ changes: commit.changes ?? [] })
    return seqs
  }),
  'rows are written first, and their updates in a second step': committing(async (store, commit) => {
    await store.commit({ changes: commit.changes ?? [] })
    return store.commit({ appends: commit.appends ?? [] })
  }),
  'numbers of notes are not written': committing((store, commit) => store.commit(without(commit, 'note'))),
  'late edits are not written': committing((store, commit) => store.commit(without(commit, 'late'))),
  'two connections have one id': () => ({ ports: (ports) => ({ ...ports, newId: () => 'same' }) }),
  'a load leaves the newest update out': () => ({
    store: (store) => ({
      ...store,
      commit: (commit) => store.commit(commit),
      load: async (room) => {
        const { snapshot, tail } = await store.load(room)
        return { snapshot, tail: tail.slice(0, -1) }
      },
    }),
  }),
  'a compaction takes one update too many': compacting((snapshot) => ({
    ...snapshot,
    seq: snapshot.seq + 1,
  })),
  'a snapshot is older than its number': compacting((snapshot, before) => ({
    ...(before ?? snapshot),
    seq: snapshot.seq,
  })),
  'a compaction loses deletions': () => ({
    workshop: (workshop) => ({
      ...workshop,
      assemble: async (updates) => ({ ...assemble(updates), bytes: withoutDeletions(updates) }),
    }),
  }),
  'a compaction loses what waits for more': () => ({
    workshop: (workshop) => ({
      ...workshop,
      assemble: async (updates) => {
        const doc = new Y.Doc()
        for (const update of updates) Y.applyUpdate(doc, update)
        Object.assign(doc.store, { pendingStructs: null, pendingDs: null })
        return { ...assemble(updates), bytes: Y.encodeStateAsUpdate(doc) }
      },
    }),
  }),
  'a freeze is not heard of': () => ({
    ports: (ports) => ({ ...ports, day: () => ({ ...ports.day(), plenumFrozen: false }) }),
  }),
  'an acknowledgement counts one frame too many': saying((frame) => {
    const decoder = decoding.createDecoder(frame)
    const isStored =
      decoding.readVarUint(decoder) === frameType.auth && decoding.readVarUint(decoder) === ackType.stored
    return isStored ? storedFrame(decoding.readVarUint(decoder) + 1) : frame
  }),
  'every 20th update is shown to nobody': () => {
    const isLost = every(20)
    const lost = new WeakMap<Uint8Array, boolean>()
    return {
      line: (line) => ({
        ...line,
        send: ({ frames }) =>
          line.send(
            new Bundle(
              ...frames.filter((frame) => {
                if (isUpdate(frame) && !lost.has(frame)) lost.set(frame, isLost())
                return lost.get(frame) !== true
              }),
            ),
          ),
      }),
    }
  },
  'every 20th update that comes in is taken for an empty one': () => {
    const isLost = every(20)
    return { frame: (frame) => (isUpdate(frame) && isLost() ? emptyUpdate : frame) }
  },
  'refusals are not told': saying((frame) =>
    frame[0] === frameType.auth && frame[1] === ackType.refused ? null : frame,
  ),
}

/** What is odd and harms nobody: the fuzz must not cry wolf. */
export const oddities: Readonly<Record<string, Defect>> = {
  'every row of the log is written twice': () => ({
    store: (store) => ({
      ...store,
      commit: async (commit) => {
        const appends = (commit.appends ?? []).flatMap((append) => [append, append])
        const seqs = await store.commit({ ...commit, appends })
        return seqs.filter((_, at) => at % 2 === 1)
      },
    }),
  }),
  'every update is shown twice': () => ({
    line: (line) => ({
      ...line,
      send: ({ frames }) =>
        line.send(new Bundle(...frames.flatMap((frame) => (isUpdate(frame) ? [frame, frame] : [frame])))),
    }),
  }),
  'no compaction ever succeeds': () => ({
    store: (store) => ({
      ...store,
      commit: (commit) => store.commit(commit),
      compact: () => Promise.reject(new Error('disk full')),
    }),
  }),
}
