import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { NoteRef, ResultId } from '#shared/ids.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { LooseNotes } from './LooseNotes.tsx'
import { nameRanges } from './nameRanges.ts'
import { OutlineRow } from './OutlineRow.tsx'
import { spokenName, type OutlineGroup } from './plenumOutline.ts'
import { viewPath, type PlenumView } from '../plenumView.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type OutlineSectionProps = {
  readonly group: OutlineGroup
  readonly view: PlenumView
  readonly current: ResultId | null
  /** Everything is decided here, while there is more to decide elsewhere. */
  readonly mayFold: boolean
  readonly selected: readonly NoteRef[]
  readonly onSelect: (refs: readonly NoteRef[]) => void
}

/** One Leitfrage: how far it is, its results, its notes. */
export function OutlineSection({ group, view, current, mayFold, selected, onSelect }: OutlineSectionProps) {
  const t = useTexts()
  const { plan } = usePlenumPlace()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isHere = view.kind === 'result' && group.items.some(({ result }) => result.id === current)
  const isFolded = mayFold && !isHere && !isOpen
  const isDone = group.items.length > 0 && group.finished === group.items.length
  const names = nameRanges(group.items.map(spokenName))
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="outline-head">
        <span>{group.id}</span>
        <Link
          lang={plan.language}
          to={viewPath({ kind: 'group', group: group.id, note: null })}
          aria-current={view.kind === 'group' && view.group === group.id ? 'true' : undefined}
        >
          {group.title}
        </Link>
        {group.items.length > 0 && (
          <span className="outline-count num" data-done={isDone || undefined}>
            {isDone && <Icon name="check" size={16} />}
            {t('plenum:decidedOf', { count: group.finished, total: group.items.length })}
            <span className="vh"> {t('plenum:decidedWord')}</span>
          </span>
        )}
      </h2>
      {mayFold && !isHere && (
        <p className="outline-fold">
          <button type="button" aria-expanded={!isFolded} onClick={() => setOpen((open) => !open)}>
            {t(isFolded ? 'plenum:unfold' : 'plenum:fold', { names })}
          </button>
        </p>
      )}
      {!isFolded && group.items.length > 0 && (
        <ul>
          {group.items.map((item) => (
            <li key={item.result.id}>
              <OutlineRow item={item} isCurrent={item.result.id === current} />
            </li>
          ))}
        </ul>
      )}
      {!isFolded && group.loose.length > 0 && (
        <LooseNotes group={group} view={view} selected={selected} onSelect={onSelect} />
      )}
      {group.items.length + group.loose.length === 0 && (
        <p className="outline-none">{t('plenum:nothingYet')}</p>
      )}
    </section>
  )
}
