import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SignsAnswer } from '#shared/day/joining.ts'
import { may } from '#shared/roles.ts'
import { call } from '../sync/call.ts'
import { useMe } from '../sync/records.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useRefusalText } from '../ui/useRefusalText.ts'
import { useTexts } from '../ui/useTexts.ts'
import { MainMenu } from './MainMenu.tsx'
import { RoomSign } from './signs/RoomSign.tsx'
import { SignCards } from './signs/SignCards.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './signs.css'

const forEvent = '-'

/** /aushang: signs for the doors of the rooms, and cards for tables. */
export default function Signs() {
  const t = useTexts()
  const refusalText = useRefusalText()
  const me = useMe().data
  const [what, setWhat] = useState<'doors' | 'cards'>('doors')
  const [group, setGroup] = useState<string>(forEvent)
  usePageTitle(t('people:signs'))
  const maySee = Boolean(me && (may(me.person, 'seatPeople') || may(me.person, 'seeControl')))
  const { data, error } = useQuery({
    queryKey: ['links', 'signs'],
    queryFn: ({ signal }) => call<SignsAnswer>('GET', '/api/signs', undefined, signal),
    enabled: maySee,
  })
  if (!me) return null
  const plan = me.event
  return (
    <>
      <TopBar badge="R" title={t('people:signs')} end={<MainMenu />} />
      <main className="page signs">
        <div className="sign-tools">
          {!maySee && <Message icon="lock">{t('people:forbidden')}</Message>}
          {error && <Message tone="bad">{refusalText(error)}</Message>}
          {maySee && (
            <>
              <p className="muted">{t('people:signsText')}</p>
              <Choices
                legend={t('people:signsWhat')}
                columns
                value={what}
                onChange={(id) => setWhat(id === 'cards' ? 'cards' : 'doors')}
                choices={[
                  { id: 'doors', title: t('people:signsDoors') },
                  { id: 'cards', title: t('people:signsCards') },
                ]}
              />
              {what === 'cards' && (
                <Choices
                  legend={t('people:signsFor')}
                  columns
                  value={group}
                  onChange={setGroup}
                  choices={[
                    { id: forEvent, title: t('people:signsEvent') },
                    ...plan.groups.map(({ id, title }) => ({ id, title, badge: id as string })),
                  ]}
                />
              )}
              <div>
                <Button variant="primary" size="large" icon="download" onClick={() => window.print()}>
                  {t('people:signsPrint')}
                </Button>
              </div>
            </>
          )}
        </div>
        {data && what === 'doors' && (
          <div className="sign-doors">
            {plan.groups.map((one) => {
              const way = data.groups.find(({ id }) => id === one.id)
              return way && <RoomSign key={one.id} plan={plan} group={one} code={data.code} way={way} />
            })}
          </div>
        )}
        {data && what === 'cards' && (
          <SignCards
            plan={plan}
            group={plan.groups.find(({ id }) => id === group) ?? null}
            code={data.code}
            way={data.groups.find(({ id }) => id === group) ?? data}
          />
        )}
      </main>
    </>
  )
}
