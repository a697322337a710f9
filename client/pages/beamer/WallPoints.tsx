import { useQuery } from '@tanstack/react-query'
import { ranking, type Ranked } from '#shared/day/ranking.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import type { VotesAnswer } from '#shared/day/vote.ts'
import type { NoteId } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { groupOf, type Group } from '#shared/template.ts'
import { useReadBoard } from '../../board/useReadBoard.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { Loading } from '../Loading.tsx'
import { pageQuestions } from './pageQuestions.ts'
import { usePages, type Steered } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallPages } from './WallPages.tsx'
import type { WallSource } from './useWallSource.ts'
import './WallPoints.css'

type WallPointsProps = {
  readonly source: WallSource
  readonly stage: Stage
  readonly zoom: number
  readonly steered: Steered
  readonly isOffline: boolean
}
/** Where its words come from: the results of the Plenum, or a group's board. */
type Items = {
  readonly nameOf: (item: string) => string
  readonly wordsOf: (item: string) => string
  readonly cardOf?: (item: string) => string
}

/** Points of the Plenum or a group: while they are given, that they are; once they are counted, the ranking. */
export function WallPoints(props: WallPointsProps) {
  const { stage, source } = props
  const group = stage === 'plenum' ? null : groupOf(source.plan, stage)
  if (group) return <OfGroup {...props} group={group} />
  const results = new Map(
    source.groups.flatMap(({ items }) => items.map((item) => [item.result.id as string, item])),
  )
  return (
    <Ranking
      {...props}
      items={{
        nameOf: (item) => results.get(item)?.name ?? '',
        wordsOf: (item) => results.get(item)?.result.title ?? '',
      }}
    />
  )
}

const longest = 180

function OfGroup(props: WallPointsProps & { readonly group: Group }) {
  const { source, group } = props
  const { board } = useReadBoard(source.plan, group, source.person.id)
  if (!board) return <Loading />
  const cards = new Map(
    [...board.arrangement.originals].flatMap(([card, ids]) =>
      ids.map((id) => [id as string, card as string]),
    ),
  )
  return (
    <Ranking
      {...props}
      items={{
        nameOf: (item) => board.numberOf(item as NoteId) ?? '',
        wordsOf: (item) => {
          const signs = [
            ...plainText(board.noteOf(item as NoteId)?.blocks ?? [])
              .replace(/\s+/g, ' ')
              .trim(),
          ]
          return signs.length > longest ? `${signs.slice(0, longest).join('').trimEnd()} …` : signs.join('')
        },
        cardOf: (item) => cards.get(item) ?? item,
      }}
    />
  )
}

function Ranking({
  source: { plan },
  stage,
  zoom,
  steered,
  isOffline,
  items,
}: WallPointsProps & { readonly items: Items }) {
  const t = useTexts()
  const votes = useQuery({
    queryKey: [...keys.votes, stage],
    queryFn: ({ signal }) =>
      call<VotesAnswer>('GET', `/api/stages/${encodeURIComponent(stage)}/votes`, undefined, signal),
  }).data?.votes
  const vote = votes?.at(-1)
  const ranked = vote && vote.closedAt !== null ? ranking(vote, items.cardOf) : []
  const rows = ranked.map((one) => ({ ...one, text: items.wordsOf(one.item) || t('wall:noteGone') }))
  const pages = pageQuestions(rows, zoom)
  const paging = usePages(pages.length, steered)
  const isRunning = vote?.closedAt === null
  const title = isRunning
    ? t(vote.kind === 'points' ? 'wall:pointsRunning' : 'wall:pointsRunningResistance')
    : vote
      ? t(vote.kind === 'points' ? 'wall:pointsTitle' : 'wall:pointsResistance')
      : t('wall:pointsNone')
  return (
    <div className="wall wall-points" data-running={isRunning || !vote || undefined}>
      <header>
        <GroupBadge letter={stage === 'plenum' ? 'P' : stage} />
        <p lang={plan.language}>
          {stage === 'plenum' ? t('wall:plenum') : (groupOf(plan, stage)?.title ?? stage)}
        </p>
      </header>
      <main>
        {votes && <h1>{title}</h1>}
        {isRunning && <p className="wall-meta">{t('wall:pointsLater')}</p>}
        {rows.length > 0 && (
          <ol className="wall-list" start={pages[paging.page]?.[0]?.rank ?? 1}>
            {(pages[paging.page] ?? []).map((one) => (
              <li key={one.item}>
                <span className="num wall-rank">{one.rank}.</span>
                <p dir="auto">
                  <b className="num">{items.nameOf(one.item)}</b> {one.text}
                </p>
                <Outcome one={one} isPoints={vote?.kind === 'points'} />
              </li>
            ))}
          </ol>
        )}
        {pages.length > 1 && <WallPages {...paging} pages={pages.length} />}
      </main>
      <WallFoot isOffline={isOffline}>
        {vote?.tally && <p className="num">{t('wall:pointsVoters', { count: vote.tally.voters })}</p>}
      </WallFoot>
    </div>
  )
}

function Outcome({ one, isPoints }: { readonly one: Ranked; readonly isPoints: boolean }) {
  const t = useTexts()
  const language = useLanguage()
  if (isPoints) return <strong className="num wall-got">{t('wall:pointsOf', { count: one.points })}</strong>
  if (!one.spread) return <span className="wall-got">{t('wall:pointsNoAnswer')}</span>
  const { mean, least, most } = one.spread
  return (
    <span className="num wall-got">
      {t('wall:pointsMean', { mean: mean.toLocaleString(language), least, most })}
      {one.isDisputed && (
        <span className="wall-disputed">
          <Icon name="triangle-alert" />
          {t('wall:pointsDisputed')}
        </span>
      )}
    </span>
  )
}
