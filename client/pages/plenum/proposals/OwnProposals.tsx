import { useId, useRef } from 'react'
import { proposedText } from '#shared/plenum/proposalPlace.ts'
import type { ProposalView } from '#shared/plenum/proposalsAnswer.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useRefusalText } from '../../../ui/useRefusalText.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { Difference } from './Difference.tsx'
import { ProposalDifference, ProposalFate } from './ProposalFate.tsx'
import type { OutboxState, ProposalOutbox } from './proposalOutbox.ts'
import { withdrawProposal, type Draft } from './proposalRecords.ts'

type OwnProposalsProps = {
  readonly own: readonly ProposalView[]
  readonly current: string
  readonly outbox: ProposalOutbox
  readonly waiting: OutboxState['waiting']
  readonly refused: OutboxState['refused']
  readonly isOffline: boolean
}

const wordsOf = ({ text, base, from, to }: Draft) => text.trim() || base.slice(from, to).trim()

/** What one has proposed, on its way or with its fate. */
export function OwnProposals({ own, current, outbox, waiting, refused, isOffline }: OwnProposalsProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const id = useId()
  const command = useCommand()
  const title = useRef<HTMLHeadingElement>(null)
  if (own.length + waiting.length + refused.length === 0) return null
  const dropping = (one: Draft) => (
    <Button
      size="small"
      variant="quiet"
      aria-label={t('proposals:dropThis', { text: wordsOf(one) })}
      onClick={() => {
        title.current?.focus()
        outbox.drop(one.id)
      }}
    >
      {t('proposals:drop')}
    </Button>
  )
  return (
    <section className="proposal-part" aria-labelledby={id}>
      <h3 id={id} ref={title} tabIndex={-1}>
        {t('proposals:own')}
      </h3>
      <ul className="proposal-list">
        {own.map((one) => (
          <li key={one.id} tabIndex={-1}>
            <ProposalDifference one={one} current={current} />
            <div className="proposal-foot">
              <ProposalFate one={one} current={current} />
              {one.state === 'open' && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('proposals:withdrawThis', { text: wordsOf(one) })}
                  aria-disabled={command.isBusy}
                  onClick={({ currentTarget }) => {
                    currentTarget.closest('li')?.focus()
                    void command.run(() => withdrawProposal(one.id))
                  }}
                >
                  {t('proposals:withdraw')}
                </Button>
              )}
            </div>
          </li>
        ))}
        {waiting.map((one) => (
          <li key={one.id}>
            <Difference before={one.base} after={proposedText(one)} isShort />
            <div className="proposal-foot">
              <p className="proposal-fate" data-state="waiting" role="status">
                <Icon name="hourglass" size={17} />
                <span>{t(isOffline ? 'proposals:waiting' : 'proposals:sending')}</span>
              </p>
              {isOffline && dropping(one)}
            </div>
          </li>
        ))}
        {refused.map((one) => (
          <li key={one.id}>
            <Difference before={one.base} after={proposedText(one)} isShort />
            <div className="proposal-foot">
              <p className="proposal-fate" data-state="refused" role="alert">
                <Icon name="circle-alert" size={17} />
                <span>
                  {t('proposals:notArrived')} {refusalText(one)}
                </span>
              </p>
              {dropping(one)}
            </div>
          </li>
        ))}
      </ul>
      <Refused error={command.error} />
    </section>
  )
}
