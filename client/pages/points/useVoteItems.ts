import { createContext, useContext, type ComponentType, type KeyboardEventHandler } from 'react'
import type { EventPlan } from '#shared/template.ts'

/** What may be voted on, as its page knows it: cards of a group, results of the Plenum. */
export type VoteItems = {
  readonly plan: EventPlan
  /** What one of them is called, alone: "Karte", "Maßnahme". */
  readonly what: string
  /** Said in place of one that is not there any more. */
  readonly gone: string
  /** A-07, L1. */
  readonly nameOf: (item: string) => string
  /** Its words in one line; empty when it is gone. */
  readonly wordsOf: (item: string) => string
  /** The card in which it stands now: itself, unless it was put together with others. */
  readonly standsIn: (item: string) => string
  readonly Card: ComponentType<VoteCardProps>
}
export type VoteCardProps = { readonly item: string; readonly onKeyDown: KeyboardEventHandler }

export const VoteItemsContext = createContext<VoteItems | null>(null)

export const useVoteItems = (): VoteItems => {
  const items = useContext(VoteItemsContext)
  if (!items) throw new Error('useVoteItems needs a VoteItemsContext around it')
  return items
}
