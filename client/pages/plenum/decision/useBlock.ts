import type { GroupId } from '#shared/ids.ts'
import { blockParts } from '#shared/plenum/blockParts.ts'
import { openObjections } from '#shared/plenum/remark.ts'
import { isFinished, type OutlineItem } from '../outline/plenumOutline.ts'
import { usePresenting } from '../presenting/usePresenting.ts'
import { useProposals } from '../proposals/proposalRecords.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

/** Everything of a Leitfrage that is not decided: what is decided at once, and what comes singly. */
export const useBlock = (group: GroupId) => {
  const { groups, answer, plan } = usePlenumPlace()
  const discuss = usePresenting()?.discuss ?? {}
  const proposals = useProposals()
  const items = groups.find(({ id }) => id === group)?.items ?? []
  const undecided = items.filter(({ standing }) => !isFinished(standing))
  const objected = undecided.filter(
    ({ result }) => openObjections(result.id, answer.remarks, answer.decisions, plan).length > 0,
  )
  return blockParts<OutlineItem>({
    undecided,
    resultOf: ({ result }) => result,
    discuss,
    proposals,
    objected: new Set(objected.map(({ result }) => result.id)),
  })
}
