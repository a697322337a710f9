import { expect, test } from 'vitest'
import type { ResultId } from '#shared/ids.ts'
import { hunkBetween } from '#shared/plenum/proposalHunks.ts'
import type { ProposalView } from '#shared/plenum/proposalsAnswer.ts'
import { CallRefused } from '../../client/sync/call.ts'
import { clippedParts, differenceParts } from '../../client/pages/plenum/proposals/differenceParts.ts'
import { openProposalOutbox } from '../../client/pages/plenum/proposals/proposalOutbox.ts'
import type { Draft } from '../../client/pages/plenum/proposals/proposalRecords.ts'
import { bundled, keptBundles, queued } from '../../client/pages/plenum/proposals/queueOrder.ts'

const base = 'Wir wirken nicht an Abschiebungen mit. Keine Auskünfte ohne Rechtsgrundlage.'
const proposal = (id: string, after: string, state: ProposalView['state'] = 'open'): ProposalView => ({
  id,
  result: 'r' as ResultId,
  author: 'Kreisverband 12',
  at: 0,
  base,
  ...(hunkBetween(base, after) ?? { from: 0, to: 0, text: '' }),
  reason: '',
  state,
  settled: null,
  isMine: false,
})
const [a, b, c, d] = [
  proposal('a', base.replace('Keine', 'Gar keine')),
  proposal('b', base.replace('Abschiebungen', 'Rückführungen')),
  proposal('c', base.replace('Keine Auskünfte', 'Auskünfte nur')),
  proposal('d', base.replace('an Abschiebungen', 'an Rückführungen')),
] as const

test('P57 the queue stands in order of arrival, collisions together; what arrives or is settled meanwhile shifts nothing', () => {
  const first = queued([a, b, c], base)
  expect(first.get('a')).toMatchObject({ number: 1, collides: [3], place: 'fits' })
  expect(bundled(first)).toEqual([['a', 'c'], ['b']])
  expect(keptBundles([], first)).toEqual(bundled(first))
  // Somebody works at the queue: d collides with b, yet stands by itself at the end, and says so.
  const next = queued([{ ...a, state: 'declined' }, b, c, d], base)
  expect(keptBundles(bundled(first), next)).toEqual([['a', 'c'], ['b'], ['d']])
  expect(next.get('d')?.collides).toEqual([2])
  expect(bundled(next)).toEqual([['b', 'd'], ['c']])
  // Words that are gone are told.
  expect(queued([a], 'Ein anderer Satz.').get('a')?.place).toBe('lost')
})

test('P50 what goes and what comes joins to both texts; far words are left out, those around stay', () => {
  const long = `${Array.from({ length: 40 }, (_, at) => `Wort${at}`).join(' ')} ${base}`
  for (const [before, after] of [
    [base, base.replace('nicht', 'niemals')],
    [long, long.replace('Wort3 ', 'drei ').replace('Keine', 'Gar keine')],
    ['', base],
    [base, ''],
  ] as const) {
    const parts = differenceParts(before, after)
    const of = (but: string) => parts.filter(({ kind }) => kind !== but).map(({ text }) => text)
    expect([of('added').join(''), of('gone').join('')]).toEqual([before, after])
  }
  const told = clippedParts(differenceParts(long, long.replace('Keine', 'Gar keine')))
  expect(told.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'same: … Wort37 Wort38 Wort39 Wir wirken nicht an Abschiebungen mit. ',
    'gone: Keine',
    'added: Gar keine',
    'same:  Auskünfte ohne Rechtsgrundlage.',
  ])
})

const draft = (id: string): Draft => ({
  id,
  result: 'r' as ResultId,
  base,
  from: 0,
  to: 3,
  text: 'Alle',
  reason: '',
})
const device = () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const later: (() => void)[] = []
  const after = (_ms: number, run: () => void) => {
    later.push(run)
    return () => undefined
  }
  return { kept, storage, later, after }
}
const settled = () => new Promise((done) => setImmediate(done))

test('P58 without network proposals wait on the device, through a reload, and arrive in order, each once', async () => {
  const { kept, storage, later, after } = device()
  const sent: string[] = []
  let isOnline = false
  const send = async ({ id }: Draft) => {
    if (!isOnline) throw new CallRefused('offline')
    sent.push(id)
  }
  const first = openProposalOutbox({ key: 'k', storage, send, after })
  first.add([draft('one'), draft('two')])
  await settled()
  expect(first.state.get()).toMatchObject({ isOffline: true, waiting: [{ id: 'one' }, { id: 'two' }] })
  // The page is loaded anew, still without network, then with it.
  const second = openProposalOutbox({ key: 'k', storage, send, after })
  await settled()
  expect([sent, second.state.get().waiting.length]).toEqual([[], 2])
  isOnline = true
  later.at(-1)?.()
  await settled()
  expect([sent, second.state.get().waiting, [...kept]]).toEqual([['one', 'two'], [], []])
})

test('P58 what the server does not take is kept with its reason until it is read', async () => {
  const { kept, storage, after } = device()
  const send = async ({ id }: Draft) => {
    if (id === 'lost') throw new CallRefused('proposalLost', {}, 409)
  }
  const first = openProposalOutbox({ key: 'k', storage, send, after })
  first.add([draft('lost'), draft('two')])
  await settled()
  expect(first.state.get()).toMatchObject({
    waiting: [],
    refused: [{ id: 'lost', code: 'proposalLost', text: 'Alle' }],
  })
  const second = openProposalOutbox({ key: 'k', storage, send, after })
  expect(second.state.get().refused.length).toBe(1)
  second.drop('lost')
  expect([...kept]).toEqual([])
})
