import { useMemo } from 'react'
import { partsOfRef, type NoteRef } from '#shared/ids.ts'
import { resultNumbers, titleFrom, type Result } from '#shared/result.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useAcrossPlace } from './acrossPlace.ts'

/** How cards and results are called on this page. */
export const useNoteNames = () => {
  const t = useTexts()
  const language = useLanguage()
  const { rows, groups, plan, plenum } = useAcrossPlace()
  return useMemo(() => {
    const places = new Map(groups.map(({ id }, at) => [id, at]))
    const placeOf = (ref: NoteRef) => places.get(partsOfRef(ref).group) ?? groups.length
    const inOrder = (refs: readonly NoteRef[]) => refs.toSorted((a, b) => placeOf(a) - placeOf(b))
    const numberOf = (ref: NoteRef) => rows.get(ref)?.number ?? t('app:numberPending')
    const names = resultNumbers(plenum.results, plenum.decisions, plan)
    return {
      inOrder,
      numberOf,
      /** A-27, C-13 und D-22 */
      numbersOf: (refs: readonly NoteRef[]) =>
        new Intl.ListFormat(language).format(inOrder(refs).map(numberOf)),
      /** What the first of them begins with; one that is marked says it better. */
      titleOf: (refs: readonly NoteRef[]) => {
        const ordered = inOrder(refs).flatMap((ref) => rows.get(ref) ?? [])
        const first = ordered.find(({ note }) => note.forPlenum !== null) ?? ordered[0]
        return first ? titleFrom(first.note.blocks) : ''
      },
      /** L3, or its title while it has no number. */
      resultName: (result: Result) => names.get(result.id) ?? result.title,
    }
  }, [rows, groups, plan, plenum, language, t])
}
