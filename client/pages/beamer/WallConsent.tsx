import type { Block } from '#shared/note.ts'
import type { GroupId, ResultId } from '#shared/ids.ts'
import { readDecidedText } from '#shared/report/decidedText.ts'
import { groupOf, kindOf, labelOf } from '#shared/template.ts'
import { useConsents } from '../../sync/consents.ts'
import { usePlenum } from '../../sync/records.ts'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { KindIcon } from '../../ui/KindIcon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { Loading } from '../Loading.tsx'
import { useConsentWords } from '../plenum/consent/useConsentWords.ts'
import { remarkBlocks } from './remarkBlocks.ts'
import { usePages, type Steered } from './usePages.ts'
import type { WallSource } from './useWallSource.ts'
import { WallConsentFoot } from './WallConsentFoot.tsx'
import { WallFoot } from './WallFoot.tsx'
import { WallPages } from './WallPages.tsx'
import { wallText } from './wallText.ts'
import { Welcome } from './Welcome.tsx'
import './WallConsent.css'

type WallConsentProps = {
  readonly source: WallSource
  readonly id: string
  readonly zoom: number
  readonly steered: Steered
}

/** The exact text that everyone is asked about; afterwards its counts, and what was said against it. */
export function WallConsent({ source: { plan, isOffline }, id, zoom, steered }: WallConsentProps) {
  const t = useTexts()
  const language = useLanguage()
  const consents = useConsents({ looks: true })
  const answer = usePlenum().data
  const { nameOf } = useConsentWords(plan, answer)
  const open = consents?.open?.id === id ? consents.open : null
  const past = open ? null : (consents?.past.find((one) => one.id === id) ?? null)
  const decision = answer?.decisions.find((one) => one.id === past?.decision)
  const texts =
    (open ?? decision)?.results.map((one) => ({ id: one.id, text: readDecidedText(one.text) })) ?? []
  const single = texts.length === 1 ? texts[0] : undefined
  const titleOf = (result: ResultId) => answer?.results.find((one) => one.id === result)?.title ?? ''
  const ids = texts.length > 0 ? texts.map((one) => one.id) : (past?.results ?? [])
  const names = ids.map((result): Block => lineOf(nameOf(result) ?? '', titleOf(result)))
  const shown = single?.text ? single.text.wording : names
  const remarks = (answer?.remarks ?? []).filter(
    (one) => decision && one.decision === decision.id && one.withdrawnAt === null,
  )
  const said = remarkBlocks(plan, language, remarks)
  const pages = [...pagesOf('text', shown, zoom), ...(said.length > 0 ? pagesOf('remarks', said, zoom) : [])]
  const paging = usePages(pages.length, steered)
  const page = pages[paging.page]

  if (!consents || !answer) return isOffline ? <Welcome plan={plan} isOffline /> : <Loading />
  if (!open && !past) return <Welcome plan={plan} isOffline={isOffline} />
  const group = (open ?? past)?.group as GroupId
  const kind = single?.text ? kindOf(plan, single.text.kind) : null
  return (
    <div className="wall wall-consent">
      <header>
        <GroupBadge letter={group} />
        <p lang={plan.language}>{groupOf(plan, group)?.title ?? group}</p>
        {kind && (
          <p className="wall-kind" data-paper={kind.paper}>
            <KindIcon kind={kind} />
            {labelOf(kind, language)}
          </p>
        )}
      </header>
      <main>
        <h1>
          {ids.length === 1 && ids[0] ? (
            <>
              {nameOf(ids[0]) && <span className="num">{nameOf(ids[0])}</span>}
              <span dir="auto">{single?.text?.title ?? titleOf(ids[0])}</span>
            </>
          ) : (
            t('consent:blockButton', { group, count: ids.length })
          )}
        </h1>
        {page && (
          <div
            className="wall-text"
            data-size={page.size}
            data-part={single?.text && page.part === 'text' ? undefined : 'list'}
            lang={plan.language}
          >
            <BlocksText blocks={page.blocks} />
          </div>
        )}
        {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
      </main>
      <WallFoot isOffline={isOffline}>
        <WallConsentFoot
          plan={plan}
          open={open}
          past={past}
          decision={decision ?? null}
          remarks={remarks.length}
        />
      </WallFoot>
    </div>
  )
}

const lineOf = (head: string, text: string): Block => ({
  type: 'paragraph',
  spans: [...(head ? [{ text: head, bold: true as const }] : []), { text: head ? ` ${text}` : text }],
})
const pagesOf = (part: 'text' | 'remarks', blocks: readonly Block[], zoom: number) => {
  const { size, pages } = wallText(blocks, zoom)
  return pages.map((page) => ({ part, size, blocks: page }))
}
