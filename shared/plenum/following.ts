import type { Presented } from './presenting.ts'
import { isSameShown } from './presentingMoves.ts'

/** A page of the Plenum while the moderators lead somewhere. */
export type FollowState = {
  /** Where they are. */
  readonly now: Presented | null
  /** What the page shows; null: the overview. */
  readonly here: Presented | null
  /** Leads the Plenum too: is told where the others are, and never brought there. */
  readonly isLeading: boolean
  /** Looks elsewhere by their own choice. */
  readonly isApart: boolean
  /** Is in the middle of something: a dialog is open, they type, their focus would be lost. */
  readonly isHeld: boolean
}

/** `bring`: the page goes there by itself. `offer`: a pill leads there. */
export const followMove = (state: FollowState): 'bring' | 'offer' | 'stay' => {
  const { now, here, isLeading, isApart, isHeld } = state
  if (!now || now.kind === 'points') return 'stay'
  if (isApart && !isLeading) return 'offer'
  if (isSameShown(now, here)) return 'stay'
  return isLeading || isHeld ? 'offer' : 'bring'
}

export type FollowEvent =
  /** Scrolled the page with their own hand. */
  | { readonly kind: 'scrolled' }
  /** Opened something by their own tap, key or address. */
  | { readonly kind: 'went'; readonly to: Presented | null }
  /** Took the way back to the moderators. */
  | { readonly kind: 'back' }

/**
 * Whether they look elsewhere afterwards. Who goes to what is shown is back with the others; while nobody is led
 * anywhere, there is nothing to look away from.
 */
export const apartAfter = (event: FollowEvent, now: Presented | null): boolean => {
  if (!now || event.kind === 'back') return false
  return event.kind === 'scrolled' || !isSameShown(now, event.to)
}

/** What is said of a clock that passes these, once each. */
export const clockMark = (before: number, left: number): 'one' | 'over' | null => {
  if (left <= 0 && before > 0) return 'over'
  return left <= 60_000 && before > 60_000 ? 'one' : null
}
