import { useLocation, useSearchParams } from 'react-router'
import type { Note } from '#shared/board.ts'
import type { PersonId } from '#shared/ids.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useReadBoard, type ReadBoard } from '../../board/useReadBoard.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Loading } from '../Loading.tsx'
import { MainMenu } from '../MainMenu.tsx'
import { usePageTitle } from '../usePageTitle.ts'
import { BlankCards, blanksAPage } from './BlankCards.tsx'
import { cardRows } from './cardRows.ts'
import { PrintCard } from './PrintCard.tsx'
import '../../ui/Page.css'
import './PrintCards.css'

const parameter = 'leer'

type PrintPageProps = {
  readonly plan: EventPlan
  readonly group: Group
  readonly person: PersonId
  readonly mayWrite: boolean
}

/** Cards to cut out: all of a group's, or blank ones for when there is no network. */
export function PrintPage({ plan, group, person, mayWrite }: PrintPageProps) {
  const t = useTexts()
  const [search, setSearch] = useSearchParams()
  const { state } = useLocation() as { state: { readonly search?: string } | null }
  const { board } = useReadBoard(plan, group, person, mayWrite)
  usePageTitle(t('readout:cardsTitle', { group: group.id }))
  // Blank cards need no board: they are for when nothing can be reached.
  const isBlank = search.has(parameter)
  if (!board && !isBlank) return <Loading />
  const notes = board ? notesIn(board) : []
  const toggle = () => setSearch(isBlank ? {} : { [parameter]: '1' }, { replace: true, state })
  const isNothing = !isBlank && notes.length === 0
  const summary = isBlank
    ? t('readout:blankCount', { count: group.questions.length * blanksAPage })
    : t('readout:cardsCount', { count: notes.length })
  return (
    <>
      <TopBar badge={group.id} title={group.title} isHeading={false} end={<MainMenu />} />
      <main className="page print-cards">
        <div className="print-head">
          <h1>{t('readout:cardsHeading')}</h1>
          <p>{isNothing ? t('readout:cardsNoneText') : summary}</p>
          <p className="print-tools">
            <Button variant="primary" icon="file-text" disabled={isNothing} onClick={() => window.print()}>
              {t('readout:print')}
            </Button>
            <Button onClick={toggle}>{t(isBlank ? 'readout:showCards' : 'readout:showBlank')}</Button>
            <ButtonLink variant="quiet" to={`/gruppe/${group.id}${state?.search ?? ''}`}>
              {t('readout:back')}
            </ButtonLink>
          </p>
        </div>
        {isNothing && <EmptyState title={t('readout:cardsNone')} />}
        {isBlank ? (
          <BlankCards plan={plan} group={group} />
        ) : (
          cardRows(notes).map((row) => (
            <div key={row.notes[0]?.id} className={row.isWide ? 'print-row wide' : 'print-row'}>
              {row.notes.map((note) => (
                <PrintCard
                  key={note.id}
                  plan={plan}
                  group={group}
                  note={note}
                  number={board?.numberOf(note.id) ?? null}
                />
              ))}
            </div>
          ))
        )}
      </main>
    </>
  )
}

/** In reading order, the Themenspeicher at the end. */
const notesIn = ({ arrangement: { zones, parked }, noteOf }: ReadBoard): Note[] =>
  [
    ...zones.flatMap(({ clusters, loose }) => [...clusters.flatMap((cluster) => cluster.notes), ...loose]),
    ...parked,
  ].flatMap((id) => noteOf(id) ?? [])
