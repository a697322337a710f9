import { may } from '#shared/roles.ts'
import { useMe } from '../sync/records.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { AcrossDesk } from './across/AcrossDesk.tsx'
import { MainMenu } from './MainMenu.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'

/** /vorbereitung?karten=…: all groups side by side and what they have in common, for moderators and staff. */
export default function Across() {
  const t = useTexts()
  const me = useMe().data
  usePageTitle(t('across:title'))
  if (!me) return null
  return (
    <>
      <TopBar badge="P" title={t('across:title')} end={<MainMenu />} />
      {may(me.person, 'prepare') ? (
        <AcrossDesk person={me.person} plan={me.event} />
      ) : (
        <main className="page narrow">
          <Message icon="lock">{t('across:membersOnly')}</Message>
          <p>
            <ButtonLink variant="primary" to="/heute">
              {t('across:toToday')}
            </ButtonLink>
          </p>
        </main>
      )}
    </>
  )
}
