import { useMe } from '../sync/records.ts'
import { useCards } from '../sync/cards.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { useTexts } from '../ui/useTexts.ts'
import { Loading } from './Loading.tsx'
import { MainMenu } from './MainMenu.tsx'
import { CardList } from './myNotes/CardList.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { usePageTitle } from './usePageTitle.ts'
import '../ui/Page.css'
import './myNotes/myNotes.css'

/** /meine-karten: what became of everything one has written, and of the others of one's group. */
export default function MyNotes() {
  const t = useTexts()
  const me = useMe().data
  const { data, failureReason } = useCards()
  usePageTitle(t('fates:title'))
  if (!me) return null
  const { event, person } = me
  const group = person.seat?.kind === 'group' ? person.seat.group : null
  return (
    <>
      <TopBar badge="K" title={t('fates:question')} end={<MainMenu />} />
      {!data && (failureReason ? <NoAnswer /> : <Loading />)}
      {data && (
        <main className="page my-notes">
          <section className="my-notes-part" aria-labelledby="own-cards">
            <div className="my-notes-head">
              <h2 id="own-cards">{t('fates:own', { count: data.own.length })}</h2>
              {data.own.length > 0 && (
                <p className="my-notes-ways">
                  <ButtonLink size="small" icon="download" href="/api/export/my-notes.docx" download>
                    {t('fates:download')}
                  </ButtonLink>
                  <a href="/api/export/my-notes.md" download>
                    {t('fates:asText')}
                  </a>
                </p>
              )}
            </div>
            {data.own.length > 0 ? (
              <>
                <p className="muted">{t('fates:intro')}</p>
                <CardList cards={data.own} plan={event} />
              </>
            ) : (
              <EmptyState
                title={t('fates:noneTitle')}
                action={
                  <ButtonLink to={group ? `/gruppe/${encodeURIComponent(group)}` : '/heute'}>
                    {group ? t('app:toGroup', { group }) : t('app:toToday')}
                  </ButtonLink>
                }
              >
                {t('fates:none')}
              </EmptyState>
            )}
          </section>
          {data.others.length > 0 && data.group !== null && (
            <section className="my-notes-part" aria-labelledby="other-cards">
              <h2 id="other-cards">{t('fates:others', { group: data.group, count: data.others.length })}</h2>
              <CardList cards={data.others} plan={event} />
            </section>
          )}
        </main>
      )}
    </>
  )
}
