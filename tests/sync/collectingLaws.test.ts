import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readNotes } from '#shared/board.ts'
import { readDrafts, unsentDrafts } from '#shared/day/drafts.ts'
import { noteRef, type GroupId } from '#shared/ids.ts'
import type { EventPlan } from '#shared/template.ts'
import {
  draftOf,
  lateOf,
  layAway,
  reveal,
  startPhase,
  textOf,
  writeNote,
  writeOn,
} from '../kit/collectingDay.ts'
import { covers } from '../kit/flakyStore.ts'
import { docSays, meOf, notesOfGroup, openVenue, soon, type Guest, type Live } from '../kit/venue.ts'

const groups = ['A', 'B']
const members = 3
const who = fc.nat(members - 1)
const group = fc.constantFrom(...groups)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('writeOn'), who, which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw'), who, which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bringBack'), who, which: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), who, group }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('net'), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reveal'), group }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('phase'),
      group,
      phase: fc.constantFrom('collect', 'collect', 'cluster', 'prioritise'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('accept') }) },
)
type Step = { do: string; who?: number; which?: number; group?: string; phase?: string }

type Member = { guest: Guest; live: Live; group: string; isAway: boolean; own: string[] }

const play = async (steps: readonly Step[]) => {
  const venue = await openVenue()
  try {
    const staff = await venue.join('staff', 'Redaktion')
    const plan = (await meOf(staff)).event
    const people: Member[] = []
    for (let n = 0; n < members; n++) {
      const group = groups[n % 2] as string
      const guest = await venue.join('member', `Kreisverband ${n}`, group)
      people.push({ guest, live: await draftOf(guest), group, isAway: false, own: [] })
    }
    const words = new Map<string, string>()
    const writtenOn = new Set<string>()
    let count = 0
    for (const one of steps) {
      const member = people[one.who ?? 0] as Member
      const { doc, provider } = member.live
      const id = member.own[(one.which ?? 0) % Math.max(1, member.own.length)]
      switch (one.do) {
        case 'write': {
          const fresh = `n${++count}`
          member.own.push(fresh)
          words.set(`wort${count}x`, fresh)
          writeNote(doc, fresh, `wort${count}x`, { group: member.group, at: count })
          break
        }
        case 'writeOn':
          if (!id) break
          words.set(`wort${++count}x`, id)
          writtenOn.add(id)
          writeOn(doc, id, `wort${count}x`)
          break
        case 'withdraw':
        case 'bringBack':
          if (id) layAway(doc, id, one.do === 'withdraw')
          break
        case 'send':
          await member.guest.call('POST', '/drafts/send', { notes: member.own })
          break
        case 'move':
          member.group = one.group ?? 'A'
          await member.guest.call('POST', '/me/group', { group: member.group })
          break
        case 'net':
          member.isAway = !member.isAway
          if (member.isAway) provider.disconnect()
          else provider.connect()
          break
        case 'reveal':
          // Twice: an answer may have been lost.
          await Promise.all([reveal(staff, one.group ?? 'A'), reveal(staff, one.group ?? 'A', false)])
          break
        case 'phase':
          await startPhase(staff, one.group ?? 'A', one.phase ?? 'collect')
          break
        case 'accept':
          for (const { id, settled } of await lateOf(staff))
            if (!settled) await staff.call('POST', `/late/${id}`, { how: 'accepted' })
      }
    }
    for (const { isAway, live } of people) if (isAway) live.provider.connect()
    for (const { guest, live } of people) {
      await soon('the draft on disk', async () => {
        const { unsent } = (await guest.call('GET', '/drafts')).body
        return live.provider.synced && unsent === unsentDrafts(live.doc, plan).length
      })
      // The count says nothing of a word that was added: a second reader gets what is on disk.
      const again = await draftOf(guest)
      await docSays('every word', again, (doc) => covers(doc, Y.encodeStateAsUpdate(live.doc)))
      again.leave()
    }
    return { words, writtenOn, ...(await whatCameOut(venue, staff, people, plan)) }
  } finally {
    await venue.close()
  }
}

const whatCameOut = async (
  venue: Awaited<ReturnType<typeof openVenue>>,
  staff: Guest,
  people: readonly Member[],
  plan: EventPlan,
) => {
  const places: string[] = []
  for (const group of groups) {
    const board = await staff.open(`group/${group}`)
    const notes = readNotes(board.doc).filter((note) => !note.isEmpty)
    places.push(...notes.map(textOf))
    const numbers = (await notesOfGroup(staff, group)).map(({ number }) => number).sort((a, b) => a - b)
    // One number for each note on the board, none twice, none left out.
    expect(numbers).toEqual(notes.map((_, at) => at + 1))
    expect((await notesOfGroup(staff, group)).map(({ id }) => noteRef(group as GroupId, id)).length).toBe(
      notes.length,
    )
    board.leave()
  }
  for (const { changes, settled } of await lateOf(staff)) {
    if (settled) continue
    for (const change of changes)
      if (change.kind === 'note' && change.after) places.push(textOf(change.after))
  }
  for (const { guest } of people) {
    const fresh = await draftOf(guest)
    const own = readDrafts(fresh.doc, plan)
    const unsent = new Set(unsentDrafts(fresh.doc, plan).map(({ note }) => note.id))
    for (const { note, sent } of own)
      // Withdrawn, or still for its author alone.
      if (unsent.has(note.id) || (note.trashedAt !== null && !sent)) places.push(textOf(note))
      else if (note.trashedAt !== null && sent && !places.some((text) => text === textOf(note)))
        places.push(textOf(note))
    fresh.leave()
  }
  void venue
  return { places }
}

test('C16 whatever is written, withdrawn, revealed, sent and moved in any order: every word is somewhere, and once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 45 }), async (steps) => {
      const { words, writtenOn, places } = await play(steps as Step[])
      for (const [word, note] of words) {
        const found = places.filter((text) => text.split(/\s/).includes(word))
        expect.soft(found.length, `${word} of ${note}`).toBeGreaterThan(0)
        // A card that was written on after it had left stands once more, as a whole.
        if (!writtenOn.has(note)) expect(found, `${word} of ${note}`).toHaveLength(1)
      }
    }),
    { numRuns: 8, seed: 20261022 },
  )
}, 300_000)
