import { isTyping } from './isTyping.ts'

/**
 * Calls `give`, which focuses what a dialog or an editor came from, once that is gone. Whoever pressed a key meanwhile
 * that led into a field stays there: what they type is not meant for a card.
 */
export const giveFocusBack = (give: () => void): void => {
  setTimeout(() => {
    if (!isTyping(document.activeElement)) give()
  })
}
