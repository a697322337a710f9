import { useEffect, useRef, useState } from 'react'
import { idOf } from '#shared/ids.ts'
import { plainText } from '#shared/note.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { isFinished, spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { usePlenumPlace, useWording } from '../usePlenumPlace.ts'
import { keepBegun, readBegun, type Begun } from './keptProposal.ts'
import { OwnProposals } from './OwnProposals.tsx'
import { ProposalDifference, ProposalFate } from './ProposalFate.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import { useProposalsFor } from './proposalRecords.ts'
import { useProposalOutbox } from './useProposalOutbox.ts'

/** Proposing other words for a result, and what became of what one proposed. */
export function MemberProposals({ item }: { readonly item: OutlineItem }) {
  const t = useTexts()
  const { person, answer } = usePlenumPlace()
  const { id } = item.result
  const current = plainText(useWording(id))
  const all = useProposalsFor(id)
  const { now, ...outbox } = useProposalOutbox(person.id)
  const [begun, setBegun] = useState<Begun | null>(() => readBegun(person.id, id))
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const refused = now.refused.filter(({ result }) => result === id)
  const own = all.filter(({ isMine }) => isMine)
  const waiting = now.waiting.filter((one) => one.result === id && !own.some((other) => other.id === one.id))
  const others = all.filter(({ isMine, state }) => !isMine && state === 'open')
  const mayPropose = answer.plenum.state === 'open' && !isFinished(item.standing)

  const begin = (next: Begun | null) => {
    keepBegun(person.id, id, next && (next.base === next.after && next.reason === '' ? null : next))
    setBegun(next)
  }
  const close = () => {
    setOpen(false)
    setTimeout(() => button.current?.focus())
  }
  // Said when it has arrived, not when it was sent.
  const onWay = useRef(0)
  useEffect(() => {
    const arrived = onWay.current > 0 && waiting.length === 0 && refused.length === 0
    if (arrived) setSaid(t(onWay.current > 1 ? 'proposals:sentMany' : 'proposals:sent'))
    if (waiting.length === 0) onWay.current = 0
  }, [waiting.length, refused.length, t])

  if (!mayPropose && own.length + waiting.length + refused.length + others.length === 0) return null
  return (
    <div className="proposals">
      {mayPropose && isOpen && (
        <ProposalForm
          name={spokenName(item)}
          current={current}
          begun={begun ?? { base: current, after: current, reason: '' }}
          onChange={begin}
          onSend={(changes) => {
            onWay.current = changes.length
            setSaid('')
            outbox.add(changes.map((change) => ({ ...change, id: newId(), result: id })))
            begin(null)
            close()
          }}
          onClose={close}
          onDrop={() => {
            begin(null)
            close()
          }}
        />
      )}
      {mayPropose && !isOpen && (
        <div className="proposal-begin">
          <Button
            ref={button}
            icon="pencil"
            onClick={() => {
              setSaid('')
              if (!begun) setBegun({ base: current, after: current, reason: '' })
              setOpen(true)
            }}
          >
            {t(begun && begun.base !== begun.after ? 'proposals:goOn' : 'proposals:propose')}
          </Button>
          {begun && begun.base !== begun.after && <p className="muted s">{t('proposals:draftKept')}</p>}
        </div>
      )}
      <p role="status" className="proposal-said">
        {said}
      </p>
      <OwnProposals
        own={own}
        current={current}
        outbox={outbox}
        waiting={waiting}
        refused={refused}
        isOffline={now.isOffline}
      />
      {others.length > 0 && (
        <details className="proposal-others">
          <summary>{t('proposals:others', { count: others.length })}</summary>
          <ul className="proposal-list">
            {others.map((one) => (
              <li key={one.id}>
                <p className="proposal-author" dir="auto">
                  {one.author}
                </p>
                <ProposalDifference one={one} current={current} />
                {one.reason && (
                  <p className="s" dir="auto">
                    {t('proposals:becauseOf', { reason: one.reason })}
                  </p>
                )}
                <ProposalFate one={one} current={current} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const newId = () => idOf<string>(crypto.getRandomValues(new Uint8Array(10)))
