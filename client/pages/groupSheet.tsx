import { useParams } from 'react-router'
import type { GroupId } from '#shared/ids.ts'
import { groupOf } from '#shared/template.ts'
import { useMe } from '../sync/records.ts'
import { SheetPage } from './groupSheet/SheetPage.tsx'
import { NotFound } from './NotFound.tsx'

/** /gruppe/:group/blatt: what a group presents in the Plenum, on one sheet. */
export default function GroupSheet() {
  const me = useMe().data
  const { group: id } = useParams()
  if (!me) return null
  const group = groupOf(me.event, id as GroupId)
  if (!group) return <NotFound />
  return <SheetPage key={group.id} plan={me.event} group={group} person={me.person} />
}
