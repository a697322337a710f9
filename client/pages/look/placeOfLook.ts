const lookId = 'look'

/** Ahead of the page itself, which takes its place. */
export const showLook = (look: HTMLElement): void => {
  look.id = lookId
  document.body.prepend(look)
}

/** The first look goes: what it stood for is there. */
export const leaveLook = (): void => document.getElementById(lookId)?.remove()

/** The board of the first look goes on standing in the page, which does not have its own yet. Answers whether there was one. */
export const keepLookIn = (space: HTMLElement): boolean => {
  const look = document.getElementById(lookId)
  const board = look?.querySelector('main')
  if (!board) return false
  space.append(...board.childNodes)
  space.dataset['view'] = look?.dataset['view'] ?? ''
  leaveLook()
  return true
}
