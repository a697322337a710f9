import { useSyncExternalStore } from 'react'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import type { GatheredNote } from '#shared/gather.ts'
import type { Block } from '#shared/note.ts'
import { remarksAt } from '#shared/plenum/remark.ts'
import { groupOf, hasAllLevels, kindOf, labelOf, levelNames, type EventPlan } from '#shared/template.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { withTexts } from '../../ui/withTexts.ts'
import type { OutlineItem } from '../plenum/outline/plenumOutline.ts'
import type { Wordings } from '../plenum/wordingStore.ts'
import { usePlenum } from '../../sync/records.ts'
import type { ReadStore } from '../../sync/valueStore.ts'
import { remarkBlocks } from './remarkBlocks.ts'
import type { Steered } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallOutcome } from './WallOutcome.tsx'
import { WallWording } from './WallWording.tsx'

/** Other texts and proposals come with their sentences when one is shown. */
const WallOtherText = fetchedApart(
  withTexts('proposals', async () => (await import('./WallOtherText.tsx')).WallOtherText),
)
const noText: readonly Block[] = []

type WallResultProps = {
  readonly show: Extract<BeamerShow, { kind: 'result' }>
  readonly plan: EventPlan
  readonly item: OutlineItem
  readonly wordings: ReadStore<Wordings>
  readonly notes: readonly GatheredNote[]
  readonly zoom: number
  readonly steered: Steered
  readonly isOffline: boolean
}

/** One result, as large as its wording allows. */
export function WallResult(props: WallResultProps) {
  const { show, plan, item, wordings, notes, zoom, steered, isOffline } = props
  const t = useTexts()
  const language = useLanguage()
  const { result, name } = item
  const kind = kindOf(plan, result.kind)
  const blocks = useSyncExternalStore(wordings.subscribe, () => wordings.get().get(result.id) ?? noText)
  const answer = usePlenum().data
  const remarks = answer ? remarksAt(result.id, answer.remarks, answer.decisions) : []
  const said = remarkBlocks(plan, language, remarks)
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
        {show.proposal || (show.text && show.text !== 'current') ? (
          <WallOtherText
            show={show}
            plan={plan}
            item={item}
            blocks={blocks}
            notes={notes}
            zoom={zoom}
            steered={steered}
          />
        ) : (
          <WallWording plan={plan} blocks={blocks} after={said} zoom={zoom} steered={steered} />
        )}
        {meta.length > 0 && <p className="wall-meta num">{meta.join('. ')}</p>}
      </main>
      <WallFoot isOffline={isOffline}>
        <WallOutcome plan={plan} result={result.id} standing={item.standing} />
      </WallFoot>
    </div>
  )
}
