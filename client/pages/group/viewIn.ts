import type { ViewName } from '../../board/BoardTools.tsx'

const words: Readonly<Record<string, ViewName>> = { liste: 'list', wand: 'board' }
export const viewParameter = 'ansicht'
const isPhone = () => matchMedia('(max-width: 47.99rem)').matches

/** What an address asks for. */
export const viewIn = (search: URLSearchParams): ViewName =>
  words[search.get(viewParameter) ?? ''] ?? (isPhone() ? 'list' : 'board')

/** Whether the address names a view at all. */
export const hasChosenView = (search: URLSearchParams): boolean =>
  words[search.get(viewParameter) ?? ''] !== undefined

/** A view as an address names it. */
export const wordOf = (view: ViewName): string => (view === 'list' ? 'liste' : 'wand')
