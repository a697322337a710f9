import { useSyncExternalStore } from 'react'
import type { GatheredNote } from '#shared/gather.ts'
import type { Block } from '#shared/note.ts'
import { groupOf, hasAllLevels, kindOf, labelOf, levelNames, type EventPlan } from '#shared/template.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { FadingText } from '../plenum/result/FadingText.tsx'
import type { OutlineItem } from '../plenum/outline/plenumOutline.ts'
import type { Wordings } from '../plenum/wordingStore.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import { usePages, type Steered } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallOutcome } from './WallOutcome.tsx'
import { WallPages } from './WallPages.tsx'
import { wallText } from './wallText.ts'

const noText: readonly Block[] = []

type WallResultProps = {
  readonly plan: EventPlan
  readonly item: OutlineItem
  readonly wordings: ReadStore<Wordings>
  readonly notes: readonly GatheredNote[]
  readonly zoom: number
  readonly steered: Steered
  readonly isOffline: boolean
}

/** One result, as large as its wording allows. */
export function WallResult({ plan, item, wordings, notes, zoom, steered, isOffline }: WallResultProps) {
  const t = useTexts()
  const language = useLanguage()
  const { result, name } = item
  const kind = kindOf(plan, result.kind)
  const blocks = useSyncExternalStore(wordings.subscribe, () => wordings.get().get(result.id) ?? noText)
  const { size, pages } = wallText(blocks, zoom)
  const paging = usePages(pages.length, steered)
  const numbers = result.sources.flatMap((ref) => notes.find((note) => note.ref === ref)?.number ?? [])
  const levels = hasAllLevels(plan, result.levels)
    ? t('app:allLevels')
    : levelNames(plan, result.levels, language).join(', ')
  const meta = [
    numbers.length > 0 && t('beamer:from', { count: numbers.length, notes: numbers.join(', ') }),
    levels && levels.charAt(0).toUpperCase() + levels.slice(1),
  ].filter(Boolean)
  return (
    <div className="wall">
      <header>
        <GroupBadge letter={result.group} />
        <p lang={plan.language}>{groupOf(plan, result.group)?.title ?? result.group}</p>
        <p className="wall-kind" data-paper={kind.paper}>
          <KindIcon kind={kind} />
          {labelOf(kind, language)}
        </p>
      </header>
      <main>
        <h1>
          {name && <span className="num">{name}</span>}
          <span dir="auto">{result.title}</span>
        </h1>
        <div className="wall-text" data-size={size} lang={plan.language}>
          {pages.length === 0 ? (
            <p className="muted">{t('beamer:noWording')}</p>
          ) : (
            <FadingText key={paging.page} blocks={pages[paging.page] ?? []} />
          )}
        </div>
        {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
        {meta.length > 0 && <p className="wall-meta num">{meta.join('. ')}</p>}
      </main>
      <WallFoot isOffline={isOffline}>
        <WallOutcome plan={plan} standing={item.standing} />
      </WallFoot>
    </div>
  )
}
