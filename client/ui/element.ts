/** A plain element, for what is drawn before or beside React. */
export const element = (tag: string, className = '', ...content: readonly (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...content)
  return made
}
