import type { VoteView } from '#shared/day/vote.ts'
import { resultOf, type PlenumTable } from './plenumTable.ts'
import { sharePoints } from './shareOut.ts'

/** Which measures come first: everyone gives their points on their own phone, the moderators close. */
export const playPoints = async (table: PlenumTable): Promise<string> => {
  const { chair, day, plan, members } = table
  await chair.send('POST', '/stages/plenum/phase', { phase: 'plenum-prioritise' })
  const vote = await chair.send<VoteView>('POST', '/stages/plenum/votes', { kind: 'points' })
  const items = day.results.flatMap(({ id, points }) => (points ? [{ id, points }] : []))
  const shares = sharePoints(items, members.length, plan.voting.plenumPointsPerPerson)
  await Promise.all(
    members.map(async (member, at) => {
      for (const name of shares[at] ?? [])
        await member.send('PUT', `/votes/${vote.id}/points`, { item: resultOf(table, name).id, points: 1 })
    }),
  )
  const { tally } = await chair.send<VoteView>('POST', `/votes/${vote.id}/close`)
  const given = Object.values(tally?.totals ?? {}).reduce((sum, points) => sum + points, 0)
  await chair.send('POST', '/stages/plenum/phase', { phase: 'plenum-next' })
  return `${given} of ${members.length * plan.voting.plenumPointsPerPerson}`
}
