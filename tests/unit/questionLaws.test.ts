import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '#shared/api.ts'
import { questionStates } from '#shared/day/audienceQuestion.ts'
import type { EventId, PersonId } from '#shared/ids.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { Refusal } from '#shared/refusal.ts'
import shipped from '#shared/templates/zukunft-wohlfahrt.json' with { type: 'json' }
import type { App } from '../../server/app.ts'
import { Tickets } from '../../server/auth/ticket.ts'
import { moveQuestion, askQuestion, supportQuestion, takeBackQuestion } from '../../server/day/questions.ts'
import { questionsAnswer } from '../../server/day/questionsAnswer.ts'
import { inOrder } from '../../server/plenum/inOrder.ts'
import { Records } from '../../server/records.ts'
import { memoryStore } from '../../server/store/memoryStore.ts'

const event = 'laws' as EventId
const plan = parseTemplate(shipped)
const people = Array.from({ length: 6 }, (_, at): Person => ({
  id: `person${at}` as PersonId,
  name: `Kreisverband ${at}`,
  role: at === 0 ? 'moderator' : 'member',
  seat: null,
  joinedAt: 0,
}))
const items = ['impulse-1', 'impulse-2']
const ids = ['q0', 'q1', 'q2', 'q3', 'q4']

const openApp = async (): Promise<App> => {
  let now = 0
  return {
    plan,
    records: await Records.open(memoryStore(), event),
    tickets: new Tickets(new Uint8Array(32), event, 1),
    now: () => (now += 60_000),
    newId: () => 'unused',
    day: { inOrder: inOrder() },
  } as unknown as App
}

const who = fc.nat(people.length - 1)
const which = fc.constantFrom(...ids)
const command = fc.oneof(
  fc.record({
    kind: fc.constant('ask' as const),
    who,
    which,
    item: fc.constantFrom(...items),
    isAnonymous: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('support' as const), who, which, on: fc.boolean() }),
  fc.record({
    kind: fc.constant('move' as const),
    which,
    state: fc.constantFrom(...questionStates.filter((state) => state !== 'waiting')),
  }),
  fc.record({ kind: fc.constant('takeBack' as const), who, which }),
)
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never

const run = async (app: App, one: Command): Promise<unknown> => {
  if (one.kind === 'move') return moveQuestion(app, one.which, { state: one.state, hint: '' } as never)
  const person = people[one.who] as Person
  if (one.kind === 'support') return supportQuestion(app, person, one.which, one.on)
  if (one.kind === 'takeBack') return takeBackQuestion(app, person, one.which, `key-${one.who}`)
  const { which: id, item, isAnonymous } = one
  return askQuestion(app, person, { id, item, isAnonymous, text: `Frage ${id}?`, key: `key-${one.who}` })
}

test('Q3, Q4 whatever is commanded, in whatever order and at once: one runs a talk, numbers are given once, nobody counts twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { maxLength: 60, size: 'max' }),
      fc.nat(ids.length),
      async (later, count) => {
        const app = await openApp()
        const first = ids
          .slice(0, count)
          .map((id): Command => ({ kind: 'ask', who: 1, which: id, item: 'impulse-1', isAnonymous: false }))
        const commands = [...first, ...later]
        const supporters = new Map<string, Set<number>>()
        await Promise.all(
          commands.map(async (one) => {
            try {
              await run(app, one)
            } catch (fault) {
              if (!(fault instanceof Refusal)) throw fault
              return
            }
            // In the order of the commands: they run one after the other.
            if (one.kind === 'support') {
              const known = supporters.get(one.which) ?? new Set()
              supporters.set(one.which, known)
              if (one.on) known.add(one.who)
              else known.delete(one.who)
            }
            if (one.kind === 'takeBack') supporters.delete(one.which)
          }),
        )
        const rows = app.records.all('audienceQuestion').map(([, row]) => row)
        for (const item of items) {
          const own = rows.filter((row) => row.item === item)
          expect(own.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(1)
          expect(own.map(({ number }) => number).sort()).toEqual(own.map((_, at) => at + 1))
        }
        for (const row of rows) {
          if (row.author === null) expect(row.person).toBeNull()
          if (row.isTakenBack) expect([row.text, row.person, row.claim]).toEqual(['', null, null])
        }
        const { questions } = questionsAnswer(app, people[0] as Person, new Set())
        for (const { id, support, iSupport } of questions) {
          expect([id, support]).toEqual([id, supporters.get(id)?.size ?? 0])
          expect(iSupport).toBe(supporters.get(id)?.has(0) ?? false)
        }
        expect(JSON.stringify(app.records.all('support'))).not.toContain('person')
      },
    ),
    { numRuns: 150 },
  )
})
