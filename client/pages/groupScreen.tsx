import { useParams } from 'react-router'
import type { GroupId } from '#shared/ids.ts'
import { groupOf } from '#shared/template.ts'
import { useMe } from '../sync/records.ts'
import { Screen } from './groupScreen/Screen.tsx'
import { NotFound } from './NotFound.tsx'

/** /gruppe/:group/leinwand?frage=A2&seite=2: a group's board, read out in front of everyone. */
export default function GroupScreen() {
  const me = useMe().data
  const { group: id } = useParams()
  if (!me) return null
  const group = groupOf(me.event, id as GroupId)
  return group ? <Screen key={group.id} plan={me.event} group={group} person={me.person.id} /> : <NotFound />
}
