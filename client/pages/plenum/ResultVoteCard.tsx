import type { ResultId } from '#shared/ids.ts'
import { NoteCard } from '../../ui/NoteCard.tsx'
import type { VoteCardProps } from '../points/useVoteItems.ts'
import { usePlenumPlace, useWording } from './usePlenumPlace.ts'

/** A result of the Plenum as it stands while points are given: its title, and its wording. */
export function ResultVoteCard({ item, onKeyDown }: VoteCardProps) {
  const { plan, items } = usePlenumPlace()
  const wording = useWording(item as ResultId)
  const found = items.find(({ result }) => result.id === item)
  if (!found) return null
  const title = { type: 'paragraph', spans: [{ text: found.result.title, bold: true }] } as const
  return (
    <NoteCard
      plan={plan}
      note={{
        number: found.name ?? found.result.title,
        kind: found.result.kind,
        levels: found.result.levels,
        blocks: [title, ...wording],
      }}
      showKind
      clamp
      tabIndex={0}
      onKeyDown={onKeyDown}
    />
  )
}
