import { useSearchParams } from 'react-router'
import { useMe } from '../sync/records.ts'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { MainMenu } from './MainMenu.tsx'
import { EditEvent } from './setUp/EditEvent.tsx'
import { EventList } from './setUp/EventList.tsx'
import { NewEvent } from './setUp/NewEvent.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './setUp.css'

/** /einrichten?bearbeiten=<event>: the events of this staff, and one of them by form. */
export default function SetUp() {
  const t = useTexts()
  const me = useMe().data
  const [search] = useSearchParams()
  usePageTitle(t('setUp:title'))
  if (!me) return null
  const edited = search.get('bearbeiten')
  return (
    <>
      <TopBar badge="R" title={t('setUp:title')} end={<MainMenu />} />
      <main className="page set-up">
        {me.person.role !== 'staff' ? (
          <Message icon="lock">{t('setUp:staffOnly')}</Message>
        ) : edited ? (
          <EditEvent id={edited} />
        ) : (
          <>
            <EventList />
            <NewEvent own={me.event.id} />
          </>
        )}
      </main>
    </>
  )
}
