import type { ClusterId, NoteId } from '#shared/ids.ts'
import type { Question } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { Zone } from '../arrange.ts'
import { ClusterHead } from '../ClusterHead.tsx'
import { NoteItem } from '../NoteItem.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useWrite } from '../useWrite.ts'

type ListZoneProps = { readonly question: Question; readonly zone: Zone }

/** One Teilfrage: the question stays in view while its cards pass by. */
export function ListZone({ question, zone }: ListZoneProps) {
  const t = useTexts()
  const { mayWrite } = useBoardPlace()
  const write = useWrite()
  const clusters = zone.clusters.filter(({ notes }) => notes.length > 0)
  const headingId = `question-${question.id}`
  const isEmpty = clusters.length === 0 && zone.loose.length === 0
  const addButton = mayWrite && (
    <Button id={`write-${question.id}`} className="zone-add" icon="plus" onClick={() => write(question.id)}>
      {t('group:writeNoteTo', { question: question.id })}
    </Button>
  )
  return (
    <section className="zone" data-question={question.id} aria-labelledby={headingId}>
      {/* A short form that stays under the top bar once the heading has gone by. */}
      <div className="zone-strip" aria-hidden="true">
        <span className="num">{question.id}</span>
        <span className="serif">{question.text}</span>
      </div>
      <h2 id={headingId} className="zone-head">
        <span className="num">{question.id}</span>
        <span className="serif" dir="auto">
          {question.text}
        </span>
      </h2>
      <div className="zone-body">
        {clusters.map((cluster) => (
          <div
            key={cluster.id}
            role="group"
            className="cluster"
            data-cluster={cluster.id}
            aria-label={cluster.title || t('group:clusterUntitled')}
          >
            <ClusterHead
              id={cluster.id as ClusterId}
              title={cluster.title}
              count={cluster.notes.length}
              question={question.id}
            />
            <Cards notes={cluster.notes} />
          </div>
        ))}
        {clusters.length > 0 && zone.loose.length > 0 && (
          <h3 className="cluster-head">
            <span>{t('group:notSorted')}</span>
            <span className="count num">{t('group:notes', { count: zone.loose.length })}</span>
          </h3>
        )}
        <Cards notes={zone.loose} />
        {isEmpty ? (
          <EmptyState title={t('group:emptyZoneTitle', { question: question.id })} action={addButton}>
            {t(mayWrite ? 'group:emptyZone' : 'group:emptyZoneReader')}
          </EmptyState>
        ) : (
          addButton
        )}
      </div>
    </section>
  )
}

function Cards({ notes }: { readonly notes: readonly NoteId[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="cards">
      {notes.map((id) => (
        <li key={id}>
          <NoteItem id={id} />
        </li>
      ))}
    </ul>
  )
}
