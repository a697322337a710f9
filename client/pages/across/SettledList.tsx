import { Link } from 'react-router'
import { partsOfRef } from '#shared/ids.ts'
import type { Apart } from '#shared/plenum/overlaps.ts'
import { standingResults } from '#shared/result.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { viewPath } from '../plenum/plenumView.ts'
import { Refused } from '../plenum/Refused.tsx'
import { useCommand } from '../plenum/useCommand.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import { setApart } from './overlapCommands.ts'
import { useNoteNames } from './useNoteNames.ts'

/** What was merged, related or refused across groups. */
export function SettledList({ apart }: { readonly apart: readonly Apart[] }) {
  const t = useTexts()
  const { plan, plenum, rows, mayShape } = useAcrossPlace()
  const { numbersOf, resultName } = useNoteNames()
  const command = useCommand()
  const across = standingResults(plenum.results, plan).filter(
    ({ sources, links }) =>
      new Set([...sources, ...links].map((ref) => partsOfRef(ref).group)).size > 1 &&
      sources.length + links.length > 1,
  )
  const refused = apart.filter(({ notes }) => notes.every((ref) => rows.has(ref)))
  if (across.length + refused.length === 0) return null
  const again = async (pair: Apart) => {
    if (!(await command.run(() => setApart(pair.notes, false)))) return
    toast(t('across:broughtBack', { notes: numbersOf(pair.notes) }), {
      undo: () => void command.run(() => setApart(pair.notes, true)),
    })
  }
  return (
    <details className="across-settled" open>
      <summary>
        {t('across:done')} <span className="num">({across.length + refused.length})</span>
      </summary>
      <ul className="across-links">
        {across.map((result) => (
          <li key={result.id}>
            <Link className="across-link quiet" to={viewPath({ kind: 'result', id: result.id })}>
              <strong dir="auto">{result.title}</strong>
              {result.sources.length > 1 && (
                <span className="across-state num">
                  <Icon name="check" size={16} />
                  <span>
                    {numbersOf(result.sources)} {t('across:mergedTo', { result: resultName(result) })}
                  </span>
                </span>
              )}
              {result.links.length > 0 && (
                <span className="across-state num">
                  <Icon name="link-2" size={16} />
                  <span>
                    {numbersOf(result.links)} {t('across:relatedTo', { result: resultName(result) })}
                  </span>
                </span>
              )}
            </Link>
          </li>
        ))}
        {refused.map((pair) => (
          <li key={pair.notes.join()} className="across-refused">
            <span className="num">
              {numbersOf(pair.notes)} <span className="hint">{t('across:refused')}</span>
            </span>
            {mayShape && (
              <Button
                variant="quiet"
                size="small"
                aria-label={t('across:againOf', { notes: numbersOf(pair.notes) })}
                aria-disabled={command.isBusy}
                onClick={() => void again(pair)}
              >
                {t('across:again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused error={command.error} />
    </details>
  )
}
