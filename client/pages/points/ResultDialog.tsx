import { useState } from 'react'
import { pointsByCard } from '#shared/day/pointsByCard.ts'
import { isDisputed, type VoteView } from '#shared/day/vote.ts'
import { labelOf } from '#shared/template.ts'
import { reopenVote } from '../../sync/votes.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { toast } from '../../ui/toast.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { useVoteItems } from './useVoteItems.ts'
import './ResultDialog.css'

type ResultDialogProps = {
  readonly votes: readonly VoteView[]
  readonly leads: boolean
  readonly onClose: () => void
}

/** What came out, the most points first; every card is there, also those without any. */
export function ResultDialog({ votes, leads, onClose }: ResultDialogProps) {
  const t = useTexts()
  const refusal = useRefusalText()
  const counted = votes.filter(({ tally }) => tally !== null)
  const [chosen, setChosen] = useState<string | null>(null)
  const vote = counted.find(({ id }) => id === chosen) ?? counted.at(-1)
  if (!vote?.tally) return null
  const again = () => {
    onClose()
    void reopenVote(vote.id).catch((error: unknown) => toast(refusal(error)))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(vote.kind === 'points' ? 'points:resultTitle' : 'points:resultResistance')}
      actions={
        <>
          {leads && (
            <Button onClick={again}>
              {t(vote.kind === 'points' ? 'points:again' : 'points:againResistance')}
            </Button>
          )}
          <Button onClick={onClose}>{t('points:done')}</Button>
        </>
      }
    >
      {counted.length > 1 && (
        <div className="result-votes">
          {counted.map(({ id, kind }, at) => (
            <Button key={id} size="small" aria-pressed={id === vote.id} onClick={() => setChosen(id)}>
              {kind === 'points' ? t('points:result', { number: at + 1 }) : t('points:resultResistance')}
            </Button>
          ))}
        </div>
      )}
      <p className="muted">{t('points:voters', { count: vote.tally.voters })}</p>
      {vote.kind === 'points' ? <Points vote={vote} /> : <Resistance vote={vote} />}
      {vote.tally.byLevel.length > 0 && <p className="muted">{t('points:levelNote')}</p>}
    </Dialog>
  )
}

function Points({ vote }: { readonly vote: VoteView }) {
  const t = useTexts()
  const { nameOf, standsIn } = useVoteItems()
  const ranked = [...pointsByCard(vote, standsIn)].sort(([, one], [, other]) => other.total - one.total)
  const most = ranked[0]?.[1].total ?? 0
  return (
    <ol className="result-list">
      {ranked.map(([card, { total, byHand, parts }]) => (
        <li key={card} data-item={card}>
          <ItemHead item={card} end={t('points:points', { count: total })} />
          <span
            className="result-bar"
            aria-hidden="true"
            style={{ '--part': most > 0 ? total / most : 0 } as object}
          />
          {byHand > 0 && <p>{t('points:withHands', { devices: total - byHand, hands: byHand })}</p>}
          {(parts.length > 1 || parts[0]?.item !== card) && (
            <p>
              {t('points:parts', {
                parts: parts
                  .map(({ item, points, byHand }) =>
                    t('points:part', { note: nameOf(item), points: points + byHand }),
                  )
                  .join(', '),
              })}
            </p>
          )}
          <Levels vote={vote} items={parts.map(({ item }) => item)} />
        </li>
      ))}
    </ol>
  )
}

function Resistance({ vote }: { readonly vote: VoteView }) {
  const t = useTexts()
  const language = useLanguage()
  const number = (value: number) => value.toLocaleString(language)
  const spread = vote.tally?.spread ?? {}
  const ranked = vote.items.toSorted((one, other) => (spread[one]?.mean ?? 11) - (spread[other]?.mean ?? 11))
  return (
    <ol className="result-list">
      {ranked.map((item) => {
        const found = spread[item]
        return (
          <li key={item} data-item={item}>
            <ItemHead
              item={item}
              end={found ? t('points:mean', { mean: number(found.mean) }) : t('points:noAnswers')}
            />
            {found && (
              <p>{t('points:range', { count: found.answers, least: found.least, most: found.most })}</p>
            )}
            {found && isDisputed(found) && (
              <p className="result-disputed">
                <Icon name="triangle-alert" size={16} />
                {t('points:disputed')}
              </p>
            )}
            <Levels vote={vote} items={[item]} />
          </li>
        )
      })}
    </ol>
  )
}

function ItemHead({ item, end }: { readonly item: string; readonly end: string }) {
  const { nameOf, wordsOf } = useVoteItems()
  return (
    <div className="result-head">
      <b className="num">{nameOf(item)}</b>
      <span dir="auto">{wordsOf(item).slice(0, 160)}</span>
      <b className="num">{end}</b>
    </div>
  )
}

/** Splits by level, as far as they lead back to nobody. */
function Levels({ vote, items }: { readonly vote: VoteView; readonly items: readonly string[] }) {
  const t = useTexts()
  const language = useLanguage()
  const { plan } = useVoteItems()
  const told = (vote.tally?.byLevel ?? []).filter(({ totals }) =>
    items.every((item) => totals[item] !== undefined),
  )
  if (told.length === 0) return null
  const words = told.map(({ level, voters, totals }) => {
    const found = plan.levels.find(({ id }) => id === level)
    const sum = items.reduce((all, item) => all + (totals[item] ?? 0), 0)
    return t('points:levelPoints', {
      level: found ? labelOf(found, language) : level,
      voters,
      points: sum.toLocaleString(language),
    })
  })
  return (
    <p>
      {t('points:byLevel')}: {words.join(' · ')}
    </p>
  )
}
