import { may } from '#shared/roles.ts'
import { useMe } from '../sync/records.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Message } from '../ui/Message.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { useLate } from './collecting/useLate.ts'
import { LateCard } from './late/LateCard.tsx'
import { SettledLate } from './late/SettledLate.tsx'
import { Loading } from './Loading.tsx'
import { MainMenu } from './MainMenu.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './late/late.css'

/** /nachzuegler: what came after a place was closed, old beside new, for those who run it. */
export default function Late() {
  const t = useTexts()
  const me = useMe().data
  const isAllowed = me !== undefined && may(me.person, 'seeLate')
  const { data, failureReason } = useLate(isAllowed)
  usePageTitle(t('collecting:late'))
  if (!me) return null
  const { person, event } = me
  const open = data?.rows.filter(({ settled }) => !settled) ?? []
  const settled = data?.rows.filter(({ settled }) => settled) ?? []
  const back = person.seat?.kind === 'group' ? `/gruppe/${person.seat.group}` : '/heute'
  return (
    <>
      <TopBar badge="N" title={t('collecting:late')} end={<MainMenu />} />
      {!isAllowed && (
        <main className="page narrow">
          <Message icon="lock">{t('collecting:lateForbidden')}</Message>
          <p>
            <ButtonLink variant="primary" to="/heute">
              {t('app:toToday')}
            </ButtonLink>
          </p>
        </main>
      )}
      {isAllowed && !data && (failureReason ? <NoAnswer /> : <Loading />)}
      {data && (
        <main className="page late-page" id="late" tabIndex={-1}>
          {open.length === 0 ? (
            <EmptyState
              title={t('collecting:lateNone')}
              action={
                <ButtonLink to={back}>
                  {person.seat?.kind === 'group'
                    ? t('app:toGroup', { group: person.seat.group })
                    : t('app:toToday')}
                </ButtonLink>
              }
            >
              {t('collecting:lateNoneText')}
            </EmptyState>
          ) : (
            <section className="late-rows" aria-labelledby="late-open">
              <h2 id="late-open">{t('collecting:lateWaiting', { count: open.length })}</h2>
              <p className="muted">{t('collecting:lateIntro')}</p>
              {open.map((row) => (
                <LateCard key={row.id} row={row} plan={event} />
              ))}
            </section>
          )}
          {settled.length > 0 && <SettledLate rows={settled} plan={event} />}
        </main>
      )}
    </>
  )
}
