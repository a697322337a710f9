import type { GatheredNote } from '#shared/gather.ts'
import type { KindId } from '#shared/ids.ts'
import { titleFrom } from '#shared/result.ts'
import { kindOf, levelNames } from '#shared/template.ts'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import { KindChip } from '../../../ui/KindChip.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import './MergePreview.css'

type MergePreviewProps = {
  readonly notes: readonly GatheredNote[]
  readonly kind: KindId | null
}

/** What the chosen notes become, before anyone says yes. */
export function MergePreview({ notes, kind }: MergePreviewProps) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = usePlenumPlace()
  const first = notes[0]
  if (!first) return null
  const numbers = notes.map(({ number }) => number)
  const levels = plan.levels
    .map(({ id }) => id)
    .filter((id) => notes.some((note) => note.levels.includes(id)))
  return (
    <section className="merge-preview" aria-labelledby="merge-preview">
      <div className="merge-preview-head">
        <h3 id="merge-preview">{t('merge:title')}</h3>
        {kind && <KindChip kind={kindOf(plan, kind)} />}
      </div>
      <p className="merge-preview-title" dir="auto">
        {titleFrom(first.blocks)}
      </p>
      <div className="merge-preview-text">
        <BlocksText blocks={notes.flatMap((note) => note.blocks)} />
      </div>
      <p className="hint num">
        {t('merge:from', { notes: new Intl.ListFormat(language).format(numbers) })}{' '}
        {levels.length > 0 && t('merge:levels', { levels: levelNames(plan, levels, language).join(', ') })}{' '}
        {t('merge:hint')}
      </p>
    </section>
  )
}
