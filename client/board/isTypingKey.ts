import { singleKeys } from './singleKeys.ts'

/** The page's own keys. Together with Shift a letter is a letter: "Netzwerk" begins with N. */
const own = new Set(['n', 'm', '?', '/', '+', '-', ...'0123456789'])

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key that would write a letter or sign in a text. */
export const isLetterKey = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  // AltGr writes letters such as @ and comes as Ctrl and Alt together.
  !metaKey && ctrlKey === altKey && [...key].length === 1

/** Begins to write on a chosen card: any letter or sign but the page's own keys, and those too while they are off. */
export const isTypingKey = (pressed: Pressed): boolean => {
  const { key, shiftKey } = pressed
  if (!isLetterKey(pressed) || key === ' ') return false
  const isCapital = shiftKey && /\p{L}/u.test(key)
  return !singleKeys.get() || isCapital || !own.has(key.toLowerCase())
}
