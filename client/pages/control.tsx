import { useMe } from '../sync/records.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { may } from '#shared/roles.ts'
import { MainMenu } from './MainMenu.tsx'
import { ControlRoom } from './control/ControlRoom.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'

/** /leitung: all groups at a glance, for moderators and staff. */
export default function Control() {
  const t = useTexts()
  const me = useMe().data
  usePageTitle(t('control:title'))
  if (!me) return null
  return (
    <>
      <TopBar badge="L" title={t('control:title')} end={<MainMenu />} />
      {may(me.person, 'seeControl') ? (
        <ControlRoom person={me.person} plan={me.event} />
      ) : (
        <main className="page narrow">
          <Message icon="lock">{t('control:membersOnly')}</Message>
          <p>
            <ButtonLink variant="primary" to="/heute">
              {t('control:toToday')}
            </ButtonLink>
          </p>
        </main>
      )}
    </>
  )
}
