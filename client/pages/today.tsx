import { may } from '#shared/roles.ts'
import { useDay, useMe } from '../sync/records.ts'
import { useServerClock } from '../sync/useServerClock.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { MainMenu } from './MainMenu.tsx'
import { Agenda } from './today/Agenda.tsx'
import { Asked } from './today/Asked.tsx'
import { dayNow } from './today/dayNow.ts'
import { Elsewhere } from './today/Elsewhere.tsx'
import { MyPlace } from './today/MyPlace.tsx'
import { Notices } from './today/Notices.tsx'
import { NowHead } from './today/NowHead.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './today.css'

/** /heute: what is on now, and the way to my group. */
export default function Today() {
  const t = useTexts()
  const me = useMe().data
  const running = useDay().data
  const now = useServerClock()
  usePageTitle(t('today:title'))
  if (!me) return null
  const { person, event } = me
  const day = dayNow(event, now)
  return (
    <>
      <TopBar
        title={event.title}
        isHeading={false}
        end={
          <>
            <span className="row me">
              <Avatar person={{ ...person, colour: 6 }} />
              <span dir="auto">{person.name}</span>
            </span>
            <MainMenu />
          </>
        }
      />
      <main className="page today">
        <div className="today-left">
          <NowHead plan={event} day={day} />
          <Asked me={me} day={day} running={running} now={now} />
          <MyPlace me={me} />
          <Notices plan={event} running={running} />
        </div>
        <Agenda plan={event} day={day} mayShape={may(person, 'shapeAgenda')} />
        <Elsewhere me={me} />
      </main>
    </>
  )
}
