import type { Person } from '#shared/api.ts'
import type { Notice } from '#shared/day/notice.ts'
import { isNoticeText, type SendNotice } from '#shared/day/phaseCommands.ts'
import type { GroupId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { may } from '#shared/roles.ts'
import { groupOf } from '#shared/template.ts'
import type { Day } from './day.ts'

/** A message to a group or everyone. What comes again with the same key is the message that is there already. */
export const sendNotice = (day: Day, person: Person, { text, to, key }: SendNotice): Promise<Notice> =>
  day.inOrder(async () => {
    if (!may(person, 'notify')) throw new Refusal('forbidden')
    const { plan, records, now, newId } = day.ports
    if (to !== null && !groupOf(plan, to as GroupId)) throw new Refusal('groupUnknown')
    if (!isNoticeText(text)) throw new Refusal('noticeText')
    const known = key === undefined ? undefined : records.get('notice', key)
    if (known) return known
    const notice: Notice = { id: key ?? newId(), text, to: to as GroupId | null, by: person.name, at: now() }
    await records.commit([{ table: 'notice', id: notice.id, value: notice }])
    return notice
  })
