import type { KindId } from '#shared/ids.ts'
import { titleFrom } from '#shared/result.ts'
import { kindOf, levelNames } from '#shared/template.ts'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { KindChip } from '../../ui/KindChip.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import type { SheetNote } from './groupSheet.ts'
import { useNoteNames } from './useNoteNames.ts'

type ComparePreviewProps = { readonly sources: readonly SheetNote[]; readonly kind: KindId | null }

/** What the cards become, before anyone says yes. */
export function ComparePreview({ sources, kind }: ComparePreviewProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = useAcrossPlace()
  const { numbersOf } = useNoteNames()
  const levels = plan.levels
    .map(({ id }) => id)
    .filter((id) => sources.some(({ note }) => note.levels.includes(id)))
  const [first] = sources
  return (
    <div className="compare-preview sheet">
      <div className="compare-preview-head">
        <h3>{t('across:preview')}</h3>
        {kind && <KindChip kind={kindOf(plan, kind)} />}
      </div>
      <p className="compare-preview-title" dir="auto">
        {first && titleFrom(first.note.blocks)}
      </p>
      <div className="compare-preview-text">
        <BlocksText blocks={sources.flatMap(({ note }) => note.blocks)} />
      </div>
      <p className="hint num">
        {t('across:from', { notes: numbersOf(sources.map(({ ref }) => ref)) })}{' '}
        {levels.length > 0 && t('across:levels', { levels: levelNames(plan, levels, language).join(', ') })}{' '}
        {t('across:later')}
      </p>
    </div>
  )
}
