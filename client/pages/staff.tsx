import { useMe } from '../sync/records.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { MainMenu } from './MainMenu.tsx'
import { Downloads } from './staff/Downloads.tsx'
import { GroupOverview } from './staff/GroupOverview.tsx'
import { JoinLinks } from './staff/JoinLinks.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './staff.css'

/** /redaktion: all groups, the ways in, the documents that come out. */
export default function Staff() {
  const t = useTexts()
  const me = useMe().data
  usePageTitle(t('staff:title'))
  if (!me) return null
  const { role } = me.person
  const isStaff = role === 'staff'
  return (
    <>
      <TopBar badge="R" title={t('staff:title')} end={<MainMenu />} />
      {isStaff || role === 'moderator' ? (
        <main className="page staff">
          <GroupOverview plan={me.event} />
          <div className="staff-columns">
            <section className="staff-section" aria-labelledby="downloads">
              <h2 id="downloads">{t('staff:downloads')}</h2>
              {isStaff ? (
                <Downloads plan={me.event} />
              ) : (
                <Message icon="lock">{t('staff:downloadsForbidden')}</Message>
              )}
            </section>
            <JoinLinks plan={me.event} />
          </div>
        </main>
      ) : (
        <main className="page narrow">
          <Message icon="lock">{t('staff:membersOnly')}</Message>
          <p>
            <ButtonLink variant="primary" to="/heute">
              {t('staff:toToday')}
            </ButtonLink>
          </p>
        </main>
      )}
    </>
  )
}
