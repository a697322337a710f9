import { setTimeout as pause } from 'node:timers/promises'
import type { VotesAnswer } from '#shared/day/vote.ts'
import type { GroupId } from '#shared/ids.ts'
import type { Attendance } from './attendance.ts'
import type { Hall } from './hall.ts'
import type { Report } from './report.ts'

type Room = { readonly id: GroupId; readonly moderator: Attendance; readonly members: readonly Attendance[] }

/**
 * Everyone gives five points, two to a card at most, some send it twice, some try a sixth; in the middle the power goes.
 * Answers what was given and what was counted.
 */
export const vote = async (
  hall: Hall,
  rooms: readonly Room[],
  report: Report,
): Promise<{ given: number; counted: number; ids: readonly string[] }> => {
  const votesAt = ({ id, moderator }: Room) =>
    hall.must<VotesAnswer>(moderator.guest, 'GET', `/stages/${id}/votes`)
  for (const room of rooms)
    await hall.must(room.moderator.guest, 'POST', `/stages/${room.id}/votes`, { kind: 'points' })
  const opened = new Map<Room, { id: string; items: readonly string[] }>()
  for (const room of rooms) {
    const [open] = (await votesAt(room)).votes.filter(({ closedAt }) => closedAt === null)
    if (!open) throw new Error(`no vote is open in ${room.id}`)
    opened.set(room, open)
  }
  let given = 0
  let refused = 0
  const early: string[] = []
  const giveAll = async (room: Room, one: Attendance, at: number) => {
    const { id, items } = opened.get(room) as { id: string; items: readonly string[] }
    const choice = (step: number) => items[(at * 5 + step * 3) % items.length] as string
    for (const [step, points] of [2, 2, 1].entries()) {
      const body = { item: choice(step), points }
      for (let time = 0; time <= at % 2; time++)
        await hall.must(one.guest, 'PUT', `/votes/${id}/points`, body)
    }
    given += 5
    const { status } = await hall.call(one.guest, 'PUT', `/votes/${id}/points`, {
      item: choice(7),
      points: 2,
    })
    if (status === 200) given += 2
    else refused++
    const { votes } = await hall.must<VotesAnswer>(one.guest, 'GET', `/stages/${room.id}/votes`)
    for (const view of votes) if (view.id === id && view.tally !== null) early.push(`${one.name} saw a tally`)
  }
  const voting = Promise.all(rooms.flatMap((room) => room.members.map((one, at) => giveAll(room, one, at))))
  await pause(40)
  await hall.killAndStart()
  await voting
  report.note(`${refused} tries to give more than there was were refused`)
  report.secret('totals before the end', early)

  for (const room of rooms) {
    const { id } = opened.get(room) as { id: string }
    await hall.must(room.moderator.guest, 'POST', `/votes/${id}/close`)
    // Twice: an answer may have been lost.
    await hall.call(room.moderator.guest, 'POST', `/votes/${id}/close`)
    const { status } = await hall.call(room.members[0]?.guest as never, 'PUT', `/votes/${id}/points`, {
      item: opened.get(room)?.items[0],
      points: 1,
    })
    report.balance(`points after the end in ${room.id} refused`, 1, status === 200 ? 0 : 1)
  }
  let counted = 0
  for (const room of rooms)
    for (const { tally } of (await votesAt(room)).votes)
      counted += Object.values(tally?.totals ?? {}).reduce((sum, points) => sum + points, 0)
  return { given, counted, ids: [...opened.values()].map(({ id }) => id) }
}
