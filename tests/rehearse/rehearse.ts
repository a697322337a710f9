import { setTimeout as pause } from 'node:timers/promises'
import type { GroupId } from '#shared/ids.ts'
import { notesOf } from '#shared/board.ts'
import type { LateAnswer } from '#shared/day/collectAnswers.ts'
import type { PlenumAnswer } from '#shared/api.ts'
import { keyBetween } from '#shared/sortKey.ts'
import { append, Attendance, untilDoc, write } from './attendance.ts'
import { Hall } from './hall.ts'
import { lettersOut } from './lettersOut.ts'
import { linksOnDisk } from './linksOnDisk.ts'
import { letterOf, Report } from './report.ts'
import { mostMs, RightsClock } from './rightsClock.ts'
import { vote } from './voting.ts'

/** As many people as the first conference had, in its groups. */
const sizes: Readonly<Record<string, number>> = { A: 13, B: 12, C: 13, D: 14 }
const cardsEach = 3
const markedEach = 8

type Room = { readonly id: GroupId; readonly moderator: Attendance; readonly members: readonly Attendance[] }

const report = new Report()
const hall = await Hall.open()
const startedAt = performance.now()
try {
  const staff = await hall.venue.join('staff', 'Bundesverband, Team Fachtag')
  const rooms = await Promise.all(
    Object.entries(sizes).map(async ([group, count]): Promise<Room> => {
      const id = group as GroupId
      const moderator = await Attendance.join(hall.venue, 'moderator', `Moderation ${group}`, id)
      const members: Attendance[] = []
      for (let at = 1; at <= count; at++)
        members.push(await Attendance.join(hall.venue, 'member', `Kreisverband ${group}${at}`, id))
      return { id, moderator, members }
    }),
  )
  const everyone = rooms.flatMap(({ members }) => members)
  report.note(`${everyone.length} members and ${rooms.length} moderators have joined`)
  const inAll = (run: (room: Room) => Promise<unknown>) => Promise.all(rooms.map(run))
  const rights = new RightsClock(hall, everyone)
  /** At every change of phase some lose their network for a moment. */
  const start = async (phase: string) => {
    await rights.time(phase, () =>
      inAll(({ id, moderator }) => hall.must(moderator.guest, 'POST', `/stages/${id}/phase`, { phase })),
    )
    const shaken = everyone.filter(
      (one, at) => (at + phase.length) % 5 === 0 && !isAway(one) && !writesLate(one),
    )
    for (const one of shaken) one.dropOut()
    setTimeout(() => shaken.forEach((one) => one.comeBack()), 120)
  }
  const isAway = (one: Attendance) => everyone.indexOf(one) % 3 === 0
  const writesLate = (one: Attendance) => everyone.indexOf(one) % 7 === 3
  await start('arrive')
  await inAll(({ id, moderator, members }) =>
    Promise.all([moderator, ...members].map((one) => one.open(`group/${id}`))),
  )

  // Collecting, hidden. A third loses the network before the last card and comes back after the reveal.
  await start('collect')
  await Promise.all(everyone.map((one) => one.open(`draft/${one.guest.person.id}`)))
  for (let card = 0; card < cardsEach; card++) {
    if (card === cardsEach - 1) for (const one of everyone.filter(isAway)) one.dropOut()
    everyone.forEach((one, at) => {
      const text = report.wrote(one, letterOf(at, card))
      write(
        one.lives[1] as never,
        `${one.group}-${at}-${card}`,
        `${one.group}${1 + (at % 2)}`,
        text,
        at + card * 1000,
      )
    })
    await pause(20)
  }
  const counted = async ({ id, moderator }: Room) =>
    (await hall.must<{ notes: number }>(moderator.guest, 'GET', `/groups/${id}/drafts`)).notes
  const expected = (room: Room) =>
    room.members.reduce((sum, one) => sum + (isAway(one) ? cardsEach - 1 : cardsEach), 0)
  for (const room of rooms)
    for (let tries = 0; (await counted(room)) < expected(room); tries++) {
      if (tries > 200) throw new Error(`the drafts of ${room.id} did not all arrive`)
      await pause(50)
    }
  report.secrets('hidden text that anybody else received', everyone, (one) => report.foreignWords(one))

  // The reveal, with the power going in the middle of it.
  const reveal = ({ id, moderator }: Room) =>
    hall.must(moderator.guest, 'POST', `/stages/${id}/reveal`, { withNames: true })
  const revealing = inAll(reveal)
  await pause(3)
  await hall.killAndStart()
  await revealing
  await inAll(reveal)
  for (const room of rooms)
    for (const one of [room.moderator, ...room.members.filter((member) => !isAway(member))]) {
      const [board] = one.lives
      if (board)
        await untilDoc(board, `the cards of ${room.id}`, () => notesOf(board.doc).size >= expected(room))
    }

  const deaf = everyone.filter((one) => !isAway(one) && report.foreignWords(one).length === 0)
  report.balance(
    'people who saw the cards of others after the reveal',
    everyone.filter((one) => !isAway(one)).length,
    everyone.filter((one) => !isAway(one)).length - deaf.length,
  )

  // Whoever was away sends what was written meanwhile.
  for (const one of everyone.filter(isAway)) one.comeBack()
  let sent = 0
  await Promise.all(
    everyone.filter(isAway).map(async (one) => {
      const id = `${one.group}-${everyone.indexOf(one)}-${cardsEach - 1}`
      for (let tries = 0; tries < 200; tries++) {
        const { unsent } = await hall.must<{ unsent: number }>(one.guest, 'GET', '/drafts')
        if (unsent > 0) break
        await pause(50)
      }
      const answer = await hall.must<{ sent: number }>(one.guest, 'POST', '/drafts/send', { notes: [id] })
      sent += answer.sent
    }),
  )
  report.note(`${sent} cards written without network were sent after the reveal`)

  // Clustering: everyone edits; some write on without network until the board is closed to them.
  await start('cluster')
  for (const one of everyone.filter(writesLate)) one.dropOut()
  for (const [at, one] of everyone.entries()) {
    const live = one.lives[0]
    const target = live && [...notesOf(live.doc).keys()].find((id) => id === `${one.group}-${at}-0`)
    const letters = letterOf(at, 9).slice(0, 4)
    if (live && target && append(live, target, letters)) report.wroteMore(one, letters, writesLate(one))
  }
  await untilQuiet(rooms)

  // Points, with the power going in the middle of them.
  await start('prioritise')
  for (const one of everyone.filter(writesLate)) one.comeBack()
  const votes = await vote(hall, rooms, report)

  // What came late stands in the tray, and is taken.
  await start('formulate')
  const late = await waitForLate(staff, everyone.filter(writesLate).length)
  for (const row of late.rows)
    await hall.must(staff, 'POST', `/late/${row.id}`, { how: 'accepted', reason: '' })
  report.note(`${late.rows.length} Nachzügler were taken over`)

  // The choice for the Plenum.
  await start('wrap-up')
  await inAll(async ({ id, moderator }) => {
    const { doc } = moderator.lives[0] as { doc: Parameters<typeof notesOf>[0] }
    let last: string | null = null
    const chosen = [...notesOf(doc).keys()].sort().slice(0, markedEach)
    for (const note of chosen) {
      last = keyBetween(last, null)
      notesOf(doc).get(note)?.set('forPlenum', last)
    }
    report.note(`${id} has marked ${chosen.length} cards`)
  })
  await untilQuiet(rooms)

  const out = await lettersOut(
    hall,
    staff,
    rooms.map(({ id }) => id),
  )
  report.balance('characters', report.charactersIn, out.characters)
  report.balance('cards', everyone.length * cardsEach, out.cards)
  report.balance('numbers given, each once', out.cards, out.numbers)
  report.balance('points', votes.given, votes.counted)
  report.balance('cards in the Plenum', markedEach * rooms.length, out.gathered)
  await hall.must<PlenumAnswer>(staff, 'GET', '/plenum')
  rights.close()
  report.within(
    `rights on all ${everyone.length} devices, the slowest of ${rights.changes} changes of phase`,
    rights.worstMs,
    mostMs,
  )
  for (const one of [...everyone, ...rooms.map(({ moderator }) => moderator)])
    for (const live of one.lives) live.leave()
  await hall.close()
  const people = everyone.map(({ guest }) => guest.person.id)
  report.secret(
    'links between people and votes in the stored files',
    linksOnDisk(hall.folder, people, votes.ids),
  )
  report.note(`${hall.kills} times the power went`)
} catch (fault) {
  report.fault(fault)
} finally {
  await hall.close().catch(() => undefined)
  hall.forget()
}
report.note(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
process.exit(report.print() ? 0 : 1)

/** Everybody at a board sees the same, and nothing is under way. */
async function untilQuiet(all: readonly Room[]): Promise<void> {
  for (let quiet = 0, before = ''; quiet < 3;) {
    await pause(150)
    const now = all
      .map(({ moderator }) => JSON.stringify(moderator.lives[0]?.doc.getMap('notes').toJSON() ?? null).length)
      .join()
    quiet = now === before ? quiet + 1 : 0
    before = now
  }
}

async function waitForLate(staff: Parameters<typeof hall.must>[0], atMost: number): Promise<LateAnswer> {
  let answer: LateAnswer = { rows: [] }
  for (let tries = 0; tries < 100; tries++) {
    answer = await hall.must<LateAnswer>(staff, 'GET', '/late')
    if (answer.rows.length >= atMost) break
    await pause(50)
  }
  return { rows: answer.rows.filter(({ settled }) => settled === null) }
}
