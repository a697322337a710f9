import { valueStore } from '../../sync/valueStore.ts'

/** Several lines were pasted: they can become as many cards, or one. */
export type PasteOffer = {
  readonly lines: readonly string[]
  readonly asMany: () => void
  /** Null where one card would be too long. */
  readonly asOne: (() => void) | null
  /** Leaves everything as it is, and gives the focus back. */
  readonly close: () => void
  /** Nothing stands anywhere yet: the choice takes the focus. In a text the lines are there, and the caret stays. */
  readonly isPending: boolean
}

/** The choice that is open now; there is one a page. */
export const pasteOffer = valueStore<PasteOffer | null>(null)

export const pasteBarId = 'paste-bar'

/** From the text in which the lines stand to the choice; false while there is none. */
export const focusPasteBar = (): boolean => {
  const button = document.getElementById(pasteBarId)?.querySelector('button')
  button?.focus()
  return Boolean(button)
}
