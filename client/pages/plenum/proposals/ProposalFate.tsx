import { applyHunk } from '#shared/plenum/proposalHunks.ts'
import { placeOf, proposedText } from '#shared/plenum/proposalPlace.ts'
import type { ProposalView } from '#shared/plenum/proposalsAnswer.ts'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { Difference } from './Difference.tsx'

const icons: Readonly<Record<ProposalView['state'], IconName>> = {
  open: 'inbox',
  taken: 'check',
  adapted: 'check',
  declined: 'minus',
  withdrawn: 'undo-2',
}

/** What was proposed: for the text of now, as long as it is open. */
export function ProposalDifference({
  one,
  current,
}: {
  readonly one: ProposalView
  readonly current: string
}) {
  const { hunk } = one.state === 'open' ? placeOf(one, current) : { hunk: null }
  return hunk ? (
    <Difference before={current} after={applyHunk(current, hunk)} isShort />
  ) : (
    <Difference before={one.base} after={proposedText(one)} isShort />
  )
}

/** What became of it, in words. */
export function ProposalFate({ one, current }: { readonly one: ProposalView; readonly current: string }) {
  const t = useTexts()
  const state = t(`proposals:${one.state}`)
  const reason = one.settled?.reason
  const isLost = one.state === 'open' && placeOf(one, current).state === 'lost'
  return (
    <p className="proposal-fate" data-state={one.state}>
      <Icon name={icons[one.state]} size={17} />
      <span dir="auto">
        {reason ? t('proposals:withReason', { state, reason }) : state}
        {isLost && ` – ${t('proposals:lost')}`}
      </span>
    </p>
  )
}
