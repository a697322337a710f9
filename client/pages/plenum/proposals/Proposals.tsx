import type { OutlineItem } from '../outline/plenumOutline.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { MemberProposals } from './MemberProposals.tsx'
import { ProposalQueue } from './ProposalQueue.tsx'
import './proposals.css'

/** Other words for a result: who leads the Plenum settles them, everyone else proposes; a screen only reads. */
export function Proposals({ item }: { readonly item: OutlineItem }) {
  const { canEdit, person } = usePlenumPlace()
  if (canEdit) return <ProposalQueue item={item} />
  return person.role === 'beamer' ? null : <MemberProposals item={item} />
}
