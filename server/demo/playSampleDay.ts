import type { UserRole } from '#shared/roles.ts'
import { Attendee } from './attendee.ts'
import { playGroup } from './playGroup.ts'
import { playPlenum } from './playPlenum.ts'
import { readSampleDay, sampleMembers, sampleModerator, type SampleDay } from './sampleDay.ts'

export type Codes = Readonly<Record<UserRole, string>>

/**
 * Plays the sample day on a running server, through the doors that everyone uses: 52 members and four moderators join,
 * write and mark, the moderators take their seats in the Plenum, decide and finalise.
 */
export const playSampleDay = async (
  origin: string,
  codes: Codes,
  report: (line: string) => void,
): Promise<void> => {
  const day = readSampleDay()
  const everyone: Attendee[] = []
  const join = async (code: string, name: string, group: string | null) => {
    const attendee = await Attendee.join(origin, code, name, group)
    everyone.push(attendee)
    return attendee
  }
  allowManyClients(day)
  try {
    const staff = await join(codes.staff, 'Bundesverband, Team Fachtag', null)
    if (staff.event !== day.event)
      throw new Error(`The sample day belongs to "${day.event}", but this server runs "${staff.event}".`)
    const groups = await Promise.all(
      day.groups.map(async ({ id }) => {
        const moderator = await join(codes.moderator, sampleModerator(id), id)
        const members: Attendee[] = []
        for (const name of sampleMembers(day, id)) members.push(await join(codes.member, name, id))
        return { id, moderator, members }
      }),
    )
    const memberCount = groups.reduce((sum, { members }) => sum + members.length, 0)
    report(`People     ${memberCount} members, ${groups.length} moderators, staff`)

    const written = await Promise.all(
      groups.map(({ id, moderator, members }) => playGroup(day, id, [moderator, ...members])),
    )
    report(`Notes      ${groups.map(({ id }, at) => `${id} ${written[at]?.size}`).join('  ')}`)

    const moderators = groups.map(({ moderator }) => moderator)
    await Promise.all(moderators.map((moderator) => moderator.send('POST', '/me/group', { group: 'plenum' })))
    const refs = new Map(written.flatMap((group) => [...group]))
    const members = groups.flatMap((group) => group.members)
    await playPlenum(
      day,
      refs,
      { moderators: moderators.slice(0, 2) as [Attendee, Attendee], members },
      report,
    )
  } finally {
    for (const attendee of everyone) attendee.leave()
  }
}

/** The board of their group, what was gathered, and the wordings. */
const documentsEach = 3
/** Every y-websocket client listens for the end of its process, and here they all live in one. */
const allowManyClients = (day: SampleDay): void => {
  const people = day.groups.reduce((sum, { members }) => sum + members + 1, 0)
  process.setMaxListeners(Math.max(process.getMaxListeners(), documentsEach * people + 20))
}
