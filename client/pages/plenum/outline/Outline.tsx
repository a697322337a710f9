import { useState } from 'react'
import { Link } from 'react-router'
import type { NoteRef, ResultId } from '#shared/ids.ts'
import { countOf, discussCount } from '#shared/plenum/toDiscuss.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { DiscussFilter } from '../presenting/presentingParts.ts'
import { usePresenting } from '../presenting/usePresenting.ts'
import { OutlineSection } from './OutlineSection.tsx'
import { isFinished, spokenName } from './plenumOutline.ts'
import { viewPath, type PlenumView } from '../plenumView.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import './Outline.css'

type OutlineProps = {
  readonly view: PlenumView
  readonly current: ResultId | null
  readonly selected: readonly NoteRef[]
  readonly onSelect: (refs: readonly NoteRef[]) => void
}

/** All results and the notes nobody has taken up, by Leitfrage. */
export function Outline({ view, current, selected, onSelect }: OutlineProps) {
  const t = useTexts()
  const { groups, items, show, answer, canEdit, mayShape } = usePlenumPlace()
  const presenting = usePresenting()
  const [onlyDiscuss, setOnlyDiscuss] = useState(false)
  const onWall = items.find(({ result }) => show?.kind === 'result' && show.id === result.id)
  const isComplete = (group: (typeof groups)[number]) =>
    group.items.length > 0 &&
    group.finished === group.items.length &&
    group.loose.every((note) => note.isMentioned)
  const counts = presenting?.discuss ?? {}
  const marked = groups.map((group) => ({
    ...group,
    items: group.items.filter(({ result }) => discussCount(result, counts) > 0),
    loose: group.loose.filter(({ note }) => countOf(note.ref, counts) > 0),
  }))
  const toDiscuss = marked.reduce((sum, { items, loose }) => sum + items.length + loose.length, 0)
  const isFiltered = mayShape && onlyDiscuss
  const shown = isFiltered ? marked.filter(({ items, loose }) => items.length + loose.length > 0) : groups
  const isRunning = canEdit || answer.plenum.state === 'open'
  const rest = groups.some((group) => group.items.some(({ standing }) => !isFinished(standing)))
  return (
    <nav className="outline" aria-label={t('plenum:outline')}>
      {onWall && (
        <Link className="outline-wall" to={viewPath({ kind: 'result', id: onWall.result.id })}>
          <Icon name="presentation" />
          <span>
            {t('plenum:onWall')}{' '}
            <strong>{[onWall.name, onWall.result.title].filter(Boolean).join(' ')}</strong>
          </span>
        </Link>
      )}
      {mayShape && <DiscussFilter count={toDiscuss} isOn={onlyDiscuss} onChange={setOnlyDiscuss} />}
      {shown.map((group) => (
        <OutlineSection
          key={group.id}
          group={group}
          view={view}
          current={current}
          mayFold={isRunning && rest && !isFiltered && isComplete(group)}
          selected={selected}
          onSelect={onSelect}
        />
      ))}
      <div className="outline-end">
        <Link
          to={viewPath({ kind: 'closing' })}
          aria-current={view.kind === 'closing' ? 'true' : undefined}
          className="outline-row plain"
        >
          <Icon name="list-ordered" size={17} />
          <span>{t('plenum:closing')}</span>
        </Link>
        {answer.plenum.state === 'open' &&
          answer.versions.toReversed().map(({ number }) => (
            <Link key={number} className="outline-row plain" to={viewPath({ kind: 'version', number })}>
              <Icon name="file-text" size={17} />
              <span className="num">{t('plenum:readVersion', { version: number })}</span>
            </Link>
          ))}
      </div>
      <p className="vh" role="status">
        {onWall && !presenting?.now && t('plenum:nowOnWall', { result: spokenName(onWall) })}
      </p>
    </nav>
  )
}
