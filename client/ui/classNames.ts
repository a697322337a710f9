/** Joins class names; what is false or undefined is left out. */
export const classNames = (...names: readonly unknown[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ')
