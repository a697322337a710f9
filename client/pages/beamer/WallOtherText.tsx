import { Fragment } from 'react'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import type { GatheredNote } from '#shared/gather.ts'
import { plainText, trimBlocks, type Block, type Span } from '#shared/note.ts'
import { applyHunk } from '#shared/plenum/proposalHunks.ts'
import { placeOf, proposedText } from '#shared/plenum/proposalPlace.ts'
import type { EventPlan } from '#shared/template.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { OutlineItem } from '../plenum/outline/plenumOutline.ts'
import { clippedParts, differenceParts, type Part } from '../plenum/proposals/differenceParts.ts'
import { useProposals } from '../plenum/proposals/proposalRecords.ts'
import { resultTextsOf } from '../plenum/proposals/resultTexts.ts'
import type { Steered } from './usePages.ts'
import { wallText } from './wallText.ts'
import { WallWording } from './WallWording.tsx'
import './WallOtherText.css'

type WallOtherTextProps = {
  readonly show: Extract<BeamerShow, { kind: 'result' }>
  readonly plan: EventPlan
  readonly item: OutlineItem
  /** The text of now. */
  readonly blocks: readonly Block[]
  readonly notes: readonly GatheredNote[]
  readonly zoom: number
  readonly steered: Steered
}

/** A proposal as what it would change, or another text of a result. Who proposed it is not on the wall. */
export function WallOtherText({ show, plan, item, blocks, notes, zoom, steered }: WallOtherTextProps) {
  const t = useTexts()
  const proposals = useProposals()
  const { result, standing } = item
  const now = plainText(blocks)
  const texts = resultTextsOf(result, standing, (ref) => notes.find((note) => note.ref === ref))
  const wall = { plan, zoom, steered }
  const label = (icon: IconName, text: string) => (
    <>
      <Icon name={icon} />
      {text}
    </>
  )
  const one = proposals.find(({ id, state }) => id === show.proposal && state === 'open')
  if (one) {
    const { hunk } = placeOf(one, now)
    const parts = hunk
      ? differenceParts(now, applyHunk(now, hunk))
      : differenceParts(one.base, proposedText(one))
    const whole = differenceBlocks(parts)
    // Of a long text the words around it: nobody turns pages to find out what is proposed.
    const difference = wallText(whole, zoom).pages.length > 1 ? differenceBlocks(clippedParts(parts)) : whole
    return (
      <WallWording
        {...wall}
        blocks={difference}
        label={label('pencil', t('proposals:wallProposal'))}
        render={writeDifference}
      />
    )
  }
  if (show.proposal || show.text === 'current') return <WallWording {...wall} blocks={blocks} />
  if (show.text === 'original')
    return (
      <WallWording {...wall} blocks={texts.original} label={label('layers', t('proposals:wallOriginal'))} />
    )
  if (show.text === 'decided' && texts.decided)
    return (
      <WallWording
        {...wall}
        blocks={texts.decided.wording}
        label={
          texts.isAttempt
            ? label('history', t('proposals:wallAsked'))
            : label('circle-check', t('proposals:wallDecided'))
        }
      />
    )
  return (
    <WallWording
      {...wall}
      blocks={differenceBlocks(differenceParts(texts.before.text, plainText(trimBlocks(blocks))))}
      label={label(
        'history',
        t(
          texts.isAttempt
            ? 'proposals:wallChangesAsked'
            : texts.decided
              ? 'proposals:wallChanges'
              : 'proposals:wallFromNotes',
        ),
      )}
      render={writeDifference}
    />
  )
}

type Marked = Span & { readonly change?: 'gone' | 'added' }

/** As a text that can be measured and paged: a paragraph a line, each with its marks. */
const differenceBlocks = (parts: readonly Part[]): readonly Block[] => {
  const lines: Marked[][] = [[]]
  for (const { kind, text } of parts)
    text.split('\n').forEach((piece, at) => {
      if (at > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push({ text: piece, ...(kind === 'same' ? {} : { change: kind }) })
    })
  return lines.filter((spans) => spans.length > 0).map((spans) => ({ type: 'paragraph', spans }))
}

const writeDifference = (blocks: readonly Block[]) => (
  <div className="blocks">
    {blocks.map((block, at) => (
      <p key={at} dir="auto">
        {block.type === 'paragraph' && block.spans.map(writeSpan)}
      </p>
    ))}
  </div>
)
const writeSpan = ({ text, change }: Marked, at: number, all: readonly Marked[]) => {
  if (!change) return text
  if (change === 'gone') return <del key={at}>{text}</del>
  // Words that take the place of others stand apart from them.
  const space = all[at - 1]?.change === 'gone' ? ' ' : ''
  return (
    <Fragment key={at}>
      {space}
      <ins>{text}</ins>
    </Fragment>
  )
}
