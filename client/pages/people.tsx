import { may } from '#shared/roles.ts'
import { useMe } from '../sync/records.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useRefusalText } from '../ui/useRefusalText.ts'
import { useTexts } from '../ui/useTexts.ts'
import { MainMenu } from './MainMenu.tsx'
import { PeopleDesk } from './people/PeopleDesk.tsx'
import { usePeople } from './people/usePeople.ts'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './people.css'

/** /leute: everyone who is there, and which group they are in. */
export default function People() {
  const t = useTexts()
  const refusalText = useRefusalText()
  const me = useMe().data
  usePageTitle(t('people:title'))
  const mayMove = Boolean(me && may(me.person, 'seatPeople'))
  const maySee = mayMove || Boolean(me && may(me.person, 'seeControl'))
  const { data, error } = usePeople(maySee)
  if (!me) return null
  return (
    <>
      <TopBar badge="R" title={t('people:title')} end={<MainMenu />} />
      {maySee ? (
        <main className="page people">
          {!mayMove && <Message>{t('people:readOnly')}</Message>}
          {error && <Message tone="bad">{refusalText(error)}</Message>}
          {data && <PeopleDesk me={me} people={data} mayMove={mayMove} />}
        </main>
      ) : (
        <main className="page narrow">
          <Message icon="lock">{t('people:forbidden')}</Message>
          <p>
            <ButtonLink variant="primary" to="/heute">
              {t('people:toToday')}
            </ButtonLink>
          </p>
        </main>
      )}
    </>
  )
}
