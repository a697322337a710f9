import { expect, test } from 'vitest'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import { readDrafts, isSent } from '#shared/day/drafts.ts'
import { draftOf, reveal, startPhase, textsIn, writeNote } from '../kit/collectingDay.ts'
import { Dice } from '../kit/dice.ts'
import { startProcess } from '../kit/serverProcess.ts'
import { freshFolder, meOf, notesOfGroup, soon, type Guest, type Venue } from '../kit/venue.ts'

const rounds = 6
const members = 12

/** What the disk says after a restart: all of the reveal, or nothing of it. */
const look = async (venue: Venue, guests: readonly Guest[], moderator: Guest) => {
  const again = guests.map((guest) => venue.guest(guest))
  const boss = venue.guest(moderator)
  const day = (await boss.call<DayAnswer>('GET', '/day')).body
  const plan = (await meOf(boss)).event
  const drafts = await Promise.all(again.map(draftOf))
  const sent = drafts.flatMap(({ doc }) => readDrafts(doc, plan).map(isSent))
  const board = await boss.open('group/A')
  const facts = await notesOfGroup(boss, 'A')
  const texts = textsIn(board)
  for (const live of [board, ...drafts]) live.leave()
  return { isHidden: day.phases['A' as never]?.['isHidden'], sent, texts, facts, boss }
}

test('C9 killed in the middle of a reveal: all of it stands, or nothing, and a second click completes it', async () => {
  const dice = new Dice(5)
  const outcomes = { all: 0, nothing: 0 }
  for (let round = 0; round < rounds; round++) {
    const folder = freshFolder()
    const server = await startProcess(folder.path)
    const { venue } = server
    const moderator = await venue.join('moderator', 'Moderation A', 'A')
    const guests: Guest[] = []
    for (let n = 0; n < members; n++) guests.push(await venue.join('member', `Kreisverband ${n}`, 'A'))
    await startPhase(moderator, 'A', 'collect')
    const wanted: string[] = []
    for (const [n, guest] of guests.entries()) {
      const draft = await draftOf(guest)
      for (const at of [1, 2]) {
        writeNote(draft.doc, `n${n}-${at}`, `Gedanke ${n} ${at}`, { at: n * 10 + at })
        wanted.push(`Gedanke ${n} ${at}`)
      }
      await soon('the drafts on disk', async () => (await guest.call('GET', '/drafts')).body['unsent'] === 2)
      draft.leave()
    }
    const answer = reveal(moderator, 'A').catch(() => null)
    // Some die before the commit, some after it; one in the answer itself.
    const isAnswered = round === 0
    if (isAnswered) await answer
    else await new Promise((done) => setTimeout(done, dice.below(30)))
    server.child.kill('SIGKILL')
    await server.ended
    await answer

    const after = await startProcess(folder.path)
    const found = await look(after.venue, guests, moderator)
    const isDone = found.isHidden === false
    outcomes[isDone ? 'all' : 'nothing']++
    if (isAnswered) expect(isDone).toBe(true)
    expect(found.sent).toEqual(wanted.map(() => isDone))
    expect(found.texts).toEqual(isDone ? [...wanted].sort() : [])
    expect(found.facts).toHaveLength(isDone ? wanted.length : 0)

    expect((await reveal(found.boss, 'A')).body).toEqual({ notes: isDone ? 0 : wanted.length })
    const end = await look(after.venue, guests, moderator)
    expect(end.texts).toEqual([...wanted].sort())
    expect(end.facts.map(({ number }) => number).sort((a, b) => a - b)).toEqual(wanted.map((_, at) => at + 1))
    expect(new Set(end.facts.map(({ author }) => author)).size).toBe(members)
    after.child.kill('SIGKILL')
    await after.ended
    folder.remove()
  }
  console.info('reveals', JSON.stringify(outcomes))
  expect(outcomes.all + outcomes.nothing).toBe(rounds)
}, 300_000)
