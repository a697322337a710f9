import { Link } from 'react-router'
import type { NoteRef } from '#shared/ids.ts'
import type { OverlapsAnswer } from '#shared/plenum/overlaps.ts'
import { classNames } from '../../ui/classNames.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { acrossPath, groupsPath } from './acrossPath.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import { SettledList } from './SettledList.tsx'
import { useNoteNames } from './useNoteNames.ts'

type ProposalListProps = {
  readonly overlaps: OverlapsAnswer | undefined
  /** The cards that are looked at. */
  readonly named: readonly NoteRef[]
}

/** What may say the same, the most alike first; and what became of it. */
export function ProposalList({ overlaps, named }: ProposalListProps) {
  const t = useTexts()
  const { rows } = useAcrossPlace()
  const { numbersOf, titleOf } = useNoteNames()
  // A card that left its board a moment ago is in no list here.
  const shown = overlaps?.overlaps.filter(({ notes }) => notes.every((ref) => rows.has(ref)))
  const here = named.toSorted().join()
  return (
    <nav className="across-list" aria-labelledby="across-similar">
      <div className="across-list-head">
        <h2 id="across-similar">{t('across:similar')}</h2>
        <p className="hint num" role="status">
          {shown ? t('across:count', { count: shown.length, notes: rows.size }) : t('across:looking')}
        </p>
      </div>
      <ul className="across-links">
        <li>
          <Link
            className={classNames('across-link', named.length === 0 && 'on')}
            to={groupsPath}
            aria-current={named.length === 0 ? 'page' : undefined}
          >
            <span className="across-link-icon">
              <Icon name="layout-grid" />
              {t('across:groups')}
            </span>
          </Link>
        </li>
        {shown?.map(({ notes }) => {
          const isHere = notes.toSorted().join() === here
          return (
            <li key={notes.join()}>
              <Link
                className={classNames('across-link', isHere && 'on')}
                to={acrossPath(notes)}
                aria-current={isHere ? 'page' : undefined}
              >
                <strong dir="auto">{titleOf(notes)}</strong>
                <span className="hint num">{numbersOf(notes)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {shown?.length === 0 && (
        <p className="across-none">
          <strong>{t('across:noneTitle')}</strong> {t('across:noneText')}
        </p>
      )}
      <SettledList apart={overlaps?.apart ?? []} />
    </nav>
  )
}
