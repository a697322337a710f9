import { useEffect } from 'react'
import { useParams } from 'react-router'
import type { GroupId } from '#shared/ids.ts'
import { groupOf } from '#shared/template.ts'
import { useMe } from '../sync/records.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { prefetchBoardView } from './group/boardView.ts'
import { GroupBoard } from './group/GroupBoard.tsx'
import { prefetchListView } from './group/listView.ts'
import { useView } from './group/useView.ts'
import { MainMenu } from './MainMenu.tsx'
import '../ui/Page.css'

/** /gruppe/:group?ansicht=liste|wand: live notes of one working group. */
export default function GroupPage() {
  const t = useTexts()
  const me = useMe().data
  const { group: id } = useParams()
  const [view] = useView()
  useEffect(() => {
    if (view === 'list') return void prefetchListView()
    void prefetchBoardView()
    // Once the wall stands, and before the network may go.
    const timer = setTimeout(() => void prefetchListView(), 2000)
    return () => clearTimeout(timer)
  }, [view])
  if (!me) return null
  const { person, event } = me
  const group = groupOf(event, id as GroupId)
  if (group) return <GroupBoard key={group.id} person={person} plan={event} group={group} />
  return (
    <>
      <TopBar title={t('app:appName')} isHeading={false} end={<MainMenu />} />
      <main className="page narrow">
        <h1 className="vh">{t('group:unknownTitle')}</h1>
        <EmptyState
          title={t('group:unknownTitle')}
          action={<ButtonLink to="/heute">{t('app:toToday')}</ButtonLink>}
        >
          {t('group:unknownText')}
        </EmptyState>
      </main>
    </>
  )
}
