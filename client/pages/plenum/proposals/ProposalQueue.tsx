import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { plainText } from '#shared/note.ts'
import { isTyping } from '../../../board/isTyping.ts'
import { useConsents } from '../../../sync/consents.ts'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { showOnWall } from '../plenumCommands.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace, useWording } from '../usePlenumPlace.ts'
import { ProposalDifference, ProposalFate } from './ProposalFate.tsx'
import { reopenProposal, settleProposal, useProposalsFor, type Settlement } from './proposalRecords.ts'
import { QueueCard } from './QueueCard.tsx'
import './queue.css'
import { bundled, keptBundles, queued } from './queueOrder.ts'

const toasts = {
  taken: 'proposals:takenToast',
  adapted: 'proposals:adaptedToast',
  declined: 'proposals:declinedToast',
} as const

/** What the room proposes, beside the text: in order of arrival, collisions together, each settled by a click or a key. */
export function ProposalQueue({ item }: { readonly item: OutlineItem }) {
  const t = useTexts()
  const { show } = usePlenumPlace()
  const { id } = item.result
  const heading = useId()
  const current = plainText(useWording(id))
  const all = useProposalsFor(id)
  const entries = queued(all, current)
  // Another wording ends the question that runs about it.
  const isAsked = useConsents()?.open?.results.some((one) => one.id === id) === true
  const command = useCommand()
  const [kept, setKept] = useState<readonly (readonly string[])[]>([])
  const [stop, setStop] = useState<string | null>(null)
  const cards = useRef(new Map<string, HTMLLIElement>())
  const title = useRef<HTMLHeadingElement>(null)
  const bundles = keptBundles(kept, entries)
  const order = bundles.flat()
  const open = order.filter((each) => entries.get(each)?.one.state === 'open')
  const settled = all.filter(({ state, id: own }) => state !== 'open' && !order.includes(own))
  const key = JSON.stringify(bundles)
  useEffect(() => setKept(JSON.parse(key) as string[][]), [key])

  /** The next one has the focus; what was settled leaves, and collisions stand together again. */
  const goOn = (from: string) => {
    const at = open.indexOf(from)
    const next = open[at + 1] ?? open[at - 1]
    const others = new Map([...entries].filter(([each]) => each !== from))
    setKept(bundled(others))
    const element = next === undefined ? title.current : cards.current.get(next)
    // Whoever has begun to type elsewhere meanwhile stays there.
    const now = document.activeElement
    if (!isTyping(now) || cards.current.get(from)?.contains(now)) element?.focus()
  }
  const settle = async (proposal: string, settlement: Settlement) => {
    const isDone = await command.run(() => settleProposal(proposal, settlement))
    if (!isDone) return
    goOn(proposal)
    const undo = async () => {
      if (await command.run(() => reopenProposal(proposal))) setKept([])
    }
    toast(t(toasts[settlement.how]), { undo: () => void undo() })
  }
  const shown = show?.kind === 'result' && show.id === id ? show.proposal : undefined
  const toWall = (proposal: string) =>
    void command.run(() => showOnWall({ kind: 'result', id, ...(shown === proposal ? {} : { proposal }) }))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.altKey || (event.target as HTMLElement).matches('textarea, input')) return
    const next = order[order.indexOf(stop ?? '') + by]
    if (next === undefined) return
    event.preventDefault()
    cards.current.get(next)?.focus()
  }
  const tabStop = stop !== null && order.includes(stop) ? stop : open[0]
  const cardOf = (proposal: string) => {
    const entry = entries.get(proposal)
    if (!entry) return null
    return (
      <QueueCard
        key={proposal}
        ref={(element) => {
          if (element) cards.current.set(proposal, element)
          else cards.current.delete(proposal)
        }}
        entry={entry}
        current={current}
        isShown={shown === proposal}
        isBusy={command.isBusy}
        isStop={tabStop === proposal}
        onFocus={() => setStop(proposal)}
        onSettle={(settlement) => void settle(proposal, settlement)}
        onShow={() => toWall(proposal)}
      />
    )
  }
  return (
    // The arrows lead from card to card; everything in them is a button of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="proposals queue" aria-labelledby={heading} onKeyDown={onKeyDown}>
      <div className="queue-head">
        <h3 id={heading} ref={title} tabIndex={-1}>
          {open.length > 0 ? t('proposals:count', { count: open.length }) : t('proposals:title')}
        </h3>
        {open.length > 0 && (
          <p className={isAsked ? 'hint' : 'hint queue-keys'}>
            {t(isAsked ? 'proposals:asking' : 'proposals:keysHint')}
          </p>
        )}
      </div>
      <p role="status" className="vh">
        {open.length > 0 && t('proposals:count', { count: open.length })}
      </p>
      <Refused error={command.error} />
      {open.length === 0 && (
        <p className="muted s">{t(all.length === 0 ? 'proposals:queueEmpty' : 'proposals:queueDone')}</p>
      )}
      {bundles.map((bundle) => (
        <div
          key={bundle[0]}
          className="proposal-bundle"
          {...(bundle.length > 1
            ? { role: 'group', 'aria-label': t('proposals:group'), 'data-collides': true }
            : {})}
        >
          {bundle.length > 1 && <p className="proposal-clash">{t('proposals:group')}</p>}
          <ul className="proposal-list">{bundle.map(cardOf)}</ul>
        </div>
      ))}
      {settled.length > 0 && (
        <details className="proposal-others">
          <summary>{t('proposals:settled', { count: settled.length })}</summary>
          <ul className="proposal-list">
            {settled.map((one) => (
              <li key={one.id}>
                <p className="proposal-author" dir="auto">
                  {one.author}
                </p>
                <ProposalDifference one={one} current={current} />
                <ProposalFate one={one} current={current} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
