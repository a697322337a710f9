import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CallRefused } from '../../client/sync/call.ts'
import { openConsentOutbox } from '../../client/sync/consentOutbox.ts'
import type { DecisionId, NoteRef, ResultId } from '#shared/ids.ts'
import { blockParts } from '#shared/plenum/blockParts.ts'
import type { ConsentBallot } from '#shared/plenum/consent.ts'
import { blockingCount, consentCount, countSum } from '#shared/plenum/consentCount.ts'
import { openObjections, remarkOptions, remarksAt, type Remark } from '#shared/plenum/remark.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import type { Decision } from '#shared/result.ts'
import { shippedTemplate } from '../kit/templates.ts'

const plan = parseTemplate(shippedTemplate())
const result = (id: string, sources: string[] = []) => ({
  id: id as ResultId,
  sources: sources as NoteRef[],
})

test('P60 counts are set answers and raised hands together, every option named', () => {
  const options = plan.consent
  const option = fc.constantFrom(...options.map(({ id }) => id))
  fc.assert(
    fc.property(fc.array(option), fc.dictionary(option, fc.nat(99)), (answers, hands) => {
      const counts = consentCount(
        options,
        answers.map((one) => ({ option: one })),
        hands,
      )
      expect(Object.keys(counts)).toEqual(options.map(({ id }) => id))
      expect(countSum(counts)).toBe(answers.length + countSum(hands))
      expect(blockingCount(options, counts)).toBe(counts['objection'])
    }),
  )
  // An option may bear any word.
  expect(consentCount([{ id: 'constructor' }], [{ option: 'constructor' }], {})).toEqual({ constructor: 1 })
})

test('P67 a block takes all undecided results but those that somebody marked, proposed other words for, or objected to', () => {
  const undecided = [result('L1', ['A/n1']), result('L2', ['A/n2']), result('L3'), result('M1'), result('M2')]
  const parts = blockParts({
    undecided,
    resultOf: (one) => one,
    discuss: { 'A/n2': 1, M1: 2, elsewhere: 3 },
    proposals: [
      { result: 'L1' as ResultId, state: 'taken' },
      { result: 'L3' as ResultId, state: 'open' },
      { result: 'M1' as ResultId, state: 'open' },
    ],
    objected: new Set(['M2' as ResultId]),
  })
  expect(parts.block.map(({ id }) => id)).toEqual(['L1'])
  expect(parts.singly.map(({ item, because }) => [item.id, because])).toEqual([
    ['L2', 'discuss'],
    ['L3', 'proposal'],
    ['M1', 'discuss'],
    ['M2', 'objection'],
  ])
})

const remark = (number: number, more: Partial<Remark> = {}): Remark => ({
  id: `r${number}`,
  number,
  result: 'L1' as ResultId,
  isOfBlock: false,
  decision: null,
  option: 'reservation',
  text: 'x',
  at: number,
  settled: null,
  withdrawnAt: null,
  ...more,
})
const decision = {
  id: 'd' as DecisionId,
  results: ['L1', 'L2'].map((id) => ({ id: id as ResultId, text: '', sha256: '' })),
} as unknown as Decision

test('P66 notes stand at their result in order; those about a block at each of its results, withdrawn ones nowhere', () => {
  const settled = { how: 'kept', reason: '', at: 1, proposal: null } as const
  const all = [
    remark(3, { option: 'objection' }),
    remark(1),
    remark(2, { withdrawnAt: 5 }),
    remark(4, { isOfBlock: true, decision: decision.id, option: 'objection' }),
    remark(5, { option: 'objection', settled }),
  ]
  const at = (id: string) => remarksAt(id as ResultId, all, [decision]).map(({ number }) => number)
  const open = (id: string) =>
    openObjections(id as ResultId, all, [decision], plan).map(({ number }) => number)
  expect([at('L1'), at('L2'), at('L3')]).toEqual([[1, 3, 4, 5], [4], []])
  expect([open('L1'), open('L2'), open('L3')]).toEqual([[3, 4], [4], []])
  expect(remarkOptions(plan).map(({ id }) => id)).toEqual(['reservation', 'objection'])
  expect(remarkOptions({ consent: [] }).map(({ id }) => id)).toEqual(['reservation'])
})

const ballot = (option: string, reason = ''): ConsentBallot => ({ option, reason, result: null })
const device = () => {
  const kept = new Map<string, string>()
  const later: (() => void)[] = []
  const sent: ConsentBallot[] = []
  const line = { isUp: true, isClosed: false }
  const open = () =>
    openConsentOutbox({
      key: 'k',
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      send: async (one) => {
        if (!line.isUp) throw new CallRefused('offline')
        if (line.isClosed) throw new CallRefused('consentClosed', {}, 409)
        sent.push(one)
      },
      after: (_ms, run) => {
        later.push(run)
        return () => undefined
      },
    })
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  return { kept, later, sent, line, open, settle }
}

test('P69 an answer without network waits on the device, outlives a reload, and the latest one is sent', async () => {
  const { kept, later, sent, line, open, settle } = device()
  line.isUp = false
  const outbox = open()
  outbox.set(ballot('agree'))
  await settle()
  expect(outbox.state.get()).toMatchObject({ isOffline: true, waiting: ballot('agree') })
  outbox.set(ballot('objection', 'Grund'))
  await settle()
  outbox.close()
  // The page is loaded anew, the network is back.
  line.isUp = true
  const again = open()
  await settle()
  for (const run of later) run()
  await settle()
  expect(sent).toEqual([ballot('objection', 'Grund')])
  expect(again.state.get()).toMatchObject({ waiting: null, isOffline: false, late: null })
  expect(kept.size).toBe(0)
})

test('P69 what comes after the question was closed is told, with its text', async () => {
  const { kept, line, open, settle } = device()
  line.isClosed = true
  const outbox = open()
  outbox.set(ballot('objection', 'Mein Grund'))
  await settle()
  expect(outbox.state.get()).toMatchObject({ waiting: null, late: ballot('objection', 'Mein Grund') })
  expect(open().state.get().late).toEqual(ballot('objection', 'Mein Grund'))
  outbox.forgetLate()
  expect(kept.size).toBe(0)
})
