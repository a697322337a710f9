import { expect } from 'vitest'
import * as Y from 'yjs'
import { covers } from './flakyStore.ts'
import { act, contentsOf, type Deed } from './fuzzRound.ts'
import type { Net } from './net.ts'

/** Does the deeds of a round; stops early when something has already happened that must never happen. */
export const play = async (net: Net, deeds: readonly Deed[]): Promise<void> => {
  for (const [at, deed] of deeds.entries()) {
    await act(net, deed, at)
    expect(net.faults, `after deed ${at}`).toEqual([])
  }
  await net.quiet()
}

/** What is true when all is quiet, whatever has happened before. */
export const expectLaws = async (net: Net): Promise<void> => {
  expect(net.faults).toEqual([])
  const disk = contentsOf(net.store.onDisk(net.room))
  expect(await net.read(contentsOf), 'the room is as the log').toEqual(disk)
  expect(contentsOf(await net.reload()), 'snapshot and tail are as the log').toEqual(disk)
  for (const peer of net.peers) {
    expect(contentsOf(peer.doc), `${peer.person.id} is as the log`).toEqual(disk)
    expect(peer.unsaved, `${peer.person.id} has nothing that is not saved`).toEqual([])
  }
  await expectLateKept(net)
  if (net.place.kind === 'group') expectNumbers(net)
}

/** Every edit that was refused waits for the moderators, and none of them has crept into the document. */
const expectLateKept = async (net: Net) => {
  const kept = new Y.Doc()
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(net.store.onDisk(net.room)))
  for (const [, { updates }] of net.records.all('late'))
    for (const update of updates) Y.applyUpdate(kept, Buffer.from(update, 'base64'))
  const { waits } = contentsOf(kept)
  expect(waits, 'nothing waits for what nobody kept').toBe(false)
  // A stock client cannot be told and is closed: what it sends after its first late edit is lost with the line.
  for (const peer of net.peers.filter(({ wantsAcks }) => wantsAcks))
    for (const edit of peer.given) {
      expect(covers(kept, edit), `${peer.person.id} handed something in that nobody kept`).toBe(true)
      const hasText = Y.decodeUpdate(edit).structs.length > 0
      // Others may have deleted the same.
      expect(hasText && net.shows(edit), `a late edit of ${peer.person.id} was applied by itself`).toBe(false)
    }
}

/** W3: every note with something to see has one number; numbers have no holes and are never given twice. */
const expectNumbers = (net: Net) => {
  const rows = net.records.all('note')
  expect(rows.map(([, { number }]) => number).sort((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1))
  const numbered = new Set(rows.map(([ref]) => ref))
  const { notes } = contentsOf(net.store.onDisk(net.room))
  const bare = notes.filter((note) => !note.isEmpty && !numbered.has(`A/${note.id}`))
  expect(bare.map(({ id }) => id)).toEqual([])
}
