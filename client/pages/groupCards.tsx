import { useParams } from 'react-router'
import type { GroupId } from '#shared/ids.ts'
import { can, openDay } from '#shared/roles.ts'
import { groupOf } from '#shared/template.ts'
import { useMe } from '../sync/records.ts'
import { PrintPage } from './groupCards/PrintPage.tsx'
import { NotFound } from './NotFound.tsx'

/** /gruppe/:group/karten?leer=1: a group's cards on paper, or blank ones. */
export default function GroupCards() {
  const me = useMe().data
  const { group: id } = useParams()
  if (!me) return null
  const group = groupOf(me.event, id as GroupId)
  if (!group) return <NotFound />
  const mayWrite = can(me.person, openDay, 'write', { kind: 'group', group: group.id })
  return <PrintPage key={group.id} plan={me.event} group={group} person={me.person.id} mayWrite={mayWrite} />
}
