import { singleKeys } from './singleKeys.ts'

/** The page's own keys. Together with Shift a letter is a letter: "Netzwerk" begins with N. */
const own = new Set(['n', 'm', '?', '/', '+', '-', ...'0123456789'])

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

/** A command of the page or the browser. AltGr, which writes signs such as @, comes as Ctrl and Alt together, as one of them, or as neither. */
export const isCommandKey = (pressed: Pressed): boolean => {
  const { ctrlKey, metaKey, altKey } = pressed
  return metaKey || (ctrlKey !== altKey && !pressed.getModifierState?.('AltGraph'))
}

/** An accent that waits for its letter (´ before e), or the first key of a word that an input method puts together. */
export const isDeadKey = ({ key }: Pick<KeyboardEvent, 'key'>): boolean => key === 'Dead' || key === 'Process'

/** A key that would write a letter or sign in a text. */
export const isLetterKey = (pressed: Pressed): boolean =>
  !isCommandKey(pressed) && [...pressed.key].length === 1

/** Begins to write on a chosen card: any letter, sign or accent but the page's own keys, and those too while they are off. */
export const isTypingKey = (pressed: Pressed): boolean => {
  const { key, shiftKey } = pressed
  if (isDeadKey(pressed)) return !isCommandKey(pressed)
  if (!isLetterKey(pressed) || key === ' ') return false
  const isCapital = shiftKey && /\p{L}/u.test(key)
  return !singleKeys.get() || isCapital || !own.has(key.toLowerCase())
}
