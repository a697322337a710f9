/** A begun question stays on this device through a reload, one a talk. */
const keyOf = (item: string) => `leitwand.question.${item}`

export const readDraft = (item: string): string => {
  try {
    return localStorage.getItem(keyOf(item)) ?? ''
  } catch {
    return ''
  }
}
export const keepDraft = (item: string, text: string): void => {
  try {
    if (text === '') localStorage.removeItem(keyOf(item))
    else localStorage.setItem(keyOf(item), text)
  } catch {
    // Then it lasts as long as the page.
  }
}
