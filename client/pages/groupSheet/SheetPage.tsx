import type { Person } from '#shared/api.ts'
import { may } from '#shared/roles.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useDay } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useGroupSheet } from '../across/useGroupSheet.ts'
import { Loading } from '../Loading.tsx'
import { MainMenu } from '../MainMenu.tsx'
import { usePageTitle } from '../usePageTitle.ts'
import { headed } from './headed.ts'
import { SheetNotes } from './SheetNotes.tsx'
import '../../ui/Page.css'
import './groupSheet.css'

type SheetPageProps = { readonly plan: EventPlan; readonly group: Group; readonly person: Person }

/** Made by itself out of what the group has marked; to be read out, shown and printed. */
export function SheetPage({ plan, group, person }: SheetPageProps) {
  const t = useTexts()
  const { sheet } = useGroupSheet(plan, group, person)
  const rapporteur = useDay().data?.rapporteurs[group.id]
  usePageTitle(t('across:sheetOf', { group: group.id }))
  if (!sheet) return <Loading />
  const { marked, parked } = sheet
  return (
    <>
      <TopBar badge={group.id} title={group.title} isHeading={false} end={<MainMenu />} />
      <main className="page talk-sheet">
        <p className="talk-tools">
          <Button icon="file-text" onClick={() => window.print()}>
            {t('across:print')}
          </Button>
          <ButtonLink variant="quiet" to={`/gruppe/${encodeURIComponent(group.id)}`}>
            {t('across:toGroup')}
          </ButtonLink>
          {may(person, 'prepare') && (
            <ButtonLink variant="quiet" to="/vorbereitung">
              {t('across:toAcross')}
            </ButtonLink>
          )}
        </p>
        <header className="talk-head" lang={plan.language}>
          <p className="talk-event">{plan.title}</p>
          <h1>
            <span className="talk-letter">{group.id}</span> {group.title}
          </h1>
          <ul className="talk-questions">
            {group.questions.map((question) => (
              <li key={question.id}>
                <span className="num">{question.id}</span> {question.text}
              </li>
            ))}
          </ul>
        </header>
        <p className="talk-rapporteur" dir="auto">
          {rapporteur ? t('across:rapporteur', { name: rapporteur }) : t('across:noRapporteur')}
          <span className="num">{t('across:markedCount', { count: marked.length })}</span>
        </p>
        {marked.length === 0 ? (
          <EmptyState title={t('across:empty')}>{t('across:emptyText')}</EmptyState>
        ) : (
          headed(marked).map(({ heading, rows }) => (
            <section key={rows[0]?.ref} className="talk-part">
              {heading && <h2 dir="auto">{heading}</h2>}
              <SheetNotes plan={plan} rows={rows} />
            </section>
          ))
        )}
        {parked.length > 0 && (
          <section className="talk-part talk-parked">
            <h2>{t('across:parking')}</h2>
            <SheetNotes plan={plan} rows={parked} />
          </section>
        )}
      </main>
    </>
  )
}
