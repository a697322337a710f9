import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventId, GroupId, NoteId, PersonId } from '#shared/ids.ts'
import { idOf, isId, noteNumber, noteRef, partsOfRef } from '#shared/ids.ts'
import { parseRoomName, roomName, type Place } from '#shared/place.ts'

const event = 'zukunft-wohlfahrt' as EventId
const places: [string, Place][] = [
  ['draft/p1', { kind: 'draft', person: 'p1' as PersonId }],
  ['group/A', { kind: 'group', group: 'A' as GroupId }],
  ['gathered', { kind: 'gathered' }],
  ['plenum', { kind: 'plenum' }],
  ['approach', { kind: 'approach' }],
]

test.each(places)('A4 %s names its place and is read back', (tail, place) => {
  expect(roomName(event, place)).toBe(`${event}/${tail}`)
  expect(parseRoomName(`${event}/${tail}`)).toEqual({ event, place })
})

test.each([
  '',
  '/',
  event,
  `${event}/`,
  `/${event}/plenum`,
  `${event}/group`,
  `${event}/group/`,
  `${event}/group/A/`,
  `${event}/group/A/B`,
  `${event}/group/../plenum`,
  `${event}/group/..`,
  `../${event}/plenum`,
  `${event}/plenum/x`,
  `${event}/gathered/`,
  `${event}/Plenum`,
  `${event}/records`,
  `${event}/group/A\n`,
  `${event}/group/ä`,
  `${event}/draft/${'p'.repeat(65)}`,
  `${event}//plenum`,
  `${event}/group/A%00`,
])('A4 %j is no place', (name) => {
  expect(parseRoomName(name)).toBe(null)
})

test('E3 ids are made of chance that the caller brings, all of it', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(idOf(a)).toMatch(/^[0-9a-z]{16}$/)
      expect(isId(idOf(a))).toBe(true)
      expect(idOf(a) === idOf(b)).toBe(Buffer.compare(a, b) === 0)
    }),
  )
  for (const bad of ['', 'a b', 'ä', 'a/b', 'a.b', 'x'.repeat(65), 7, null, undefined, {}])
    expect(isId(bad)).toBe(false)
})

test('E3 a note is A/n1 for programs and A-07 for people', () => {
  const ref = noteRef('A' as GroupId, 'n1' as NoteId)
  expect(partsOfRef(ref)).toEqual({ group: 'A', note: 'n1' })
  expect([7, 27, 142].map((number) => noteNumber('A' as GroupId, number))).toEqual(['A-07', 'A-27', 'A-142'])
})
