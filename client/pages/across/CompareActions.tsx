import { useState } from 'react'
import { partsOfRef, type GroupId, type KindId, type NoteRef } from '#shared/ids.ts'
import type { Overlap } from '#shared/plenum/overlaps.ts'
import { groupOf, labelOf, resultKinds } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Select } from '../../ui/Select.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { viewPath } from '../plenum/plenumView.ts'
import { Refused } from '../plenum/Refused.tsx'
import { useAcrossPlace } from './acrossPlace.ts'
import { ComparePreview } from './ComparePreview.tsx'
import type { SheetNote } from './groupSheet.ts'
import { sourcesInOrder } from './sourcesInOrder.ts'
import { takersOf } from './takers.ts'
import { useCompareCommands } from './useCompareCommands.ts'
import { useNoteNames } from './useNoteNames.ts'

type CompareActionsProps = {
  readonly named: readonly NoteRef[]
  /** Two cards at least. */
  readonly kept: readonly SheetNote[]
  readonly overlaps: readonly Overlap[]
}

/** What becomes of the cards: one result, part of one that stands, related, or nothing in common. */
export function CompareActions({ named, kept, overlaps }: CompareActionsProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan, plenum, mayShape } = useAcrossPlace()
  const { resultName } = useNoteNames()
  const [pickedGroup, pickGroup] = useState<GroupId | null>(null)
  const [pickedKind, pickKind] = useState<KindId | null>(null)
  const { isBusy, error, merge, join, relate, refuse } = useCompareCommands(named, overlaps)
  const taken = takersOf(plenum.results)
  const takers = [...new Set(kept.flatMap(({ ref }) => taken.get(ref) ?? []))]
  const free = kept.filter(({ ref }) => !taken.has(ref))
  const [taker] = takers
  const sources = sourcesInOrder(kept, pickedGroup)
  const first = sources[0] as SheetNote
  const kinds = resultKinds(plan)
  const kind = pickedKind ?? kinds.find(({ id }) => id === first.note.kind)?.id ?? kinds[0]?.id ?? null
  const groups = [...new Set(kept.map(({ ref }) => partsOfRef(ref).group))]
  const refs = kept.map(({ ref }) => ref)
  const mayMerge = !taker && groups.length > 0
  const isSettled = takers.length === 1 && free.length === 0
  return (
    <section className="compare-outcome" aria-label={t('across:preview')}>
      {taker && (
        <p className="compare-taken">
          {takers.length > 1
            ? t('across:bothTaken')
            : t(isSettled ? 'across:allIn' : 'across:joining', { result: resultName(taker) })}{' '}
          <ButtonLink variant="quiet" size="small" to={viewPath({ kind: 'result', id: taker.id })}>
            {t('across:toResult')}
          </ButtonLink>
        </p>
      )}
      {mayShape && mayMerge && (
        <div className="compare-choices">
          {groups.length > 1 && (
            <Select
              label={t('across:asGroup')}
              value={partsOfRef(first.ref).group}
              options={groups.map((id) => ({ id, label: `${id} ${groupOf(plan, id)?.title ?? ''}` }))}
              onChange={(id) => pickGroup(id as GroupId)}
            />
          )}
          {kinds.length > 1 && (
            <Select
              label={t('across:asKind')}
              value={kind}
              options={kinds.map((one) => ({ id: one.id, label: labelOf(one, language), icon: one.icon }))}
              onChange={(id) => pickKind(id as KindId)}
            />
          )}
        </div>
      )}
      <Refused error={error} />
      {mayShape && (
        <div className="compare-buttons">
          {mayMerge && (
            <Button
              variant="primary"
              icon="merge"
              aria-disabled={isBusy}
              onClick={() =>
                merge(
                  sources.map(({ ref }) => ref),
                  kind,
                )
              }
            >
              {t('across:merge')}
            </Button>
          )}
          {taker && takers.length === 1 && !isSettled && (
            <Button
              variant="primary"
              icon="plus"
              aria-disabled={isBusy}
              onClick={() =>
                join(
                  taker,
                  free.map(({ ref }) => ref),
                )
              }
            >
              {t('across:join', { result: resultName(taker) })}
            </Button>
          )}
          {!isSettled && (
            <>
              <Button
                icon="link-2"
                aria-disabled={isBusy}
                onClick={() =>
                  relate(
                    taker ?? null,
                    sources.map(({ ref }) => ref),
                    kind,
                  )
                }
              >
                {t('across:relate')}
              </Button>
              {groups.length > 1 && (
                <Button variant="quiet" icon="unlink" aria-disabled={isBusy} onClick={() => refuse(refs)}>
                  {t('across:apart')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {mayMerge && <ComparePreview sources={sources} kind={kind} />}
    </section>
  )
}
