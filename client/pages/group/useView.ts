import { useSearchParams } from 'react-router'
import type { ViewName } from '../../board/BoardTools.tsx'

const words: Readonly<Record<string, ViewName>> = { liste: 'list', wand: 'board' }
const parameter = 'ansicht'
const isPhone = () => matchMedia('(max-width: 47.99rem)').matches

/** What an address asks for. */
export const viewIn = (search: URLSearchParams): ViewName =>
  words[search.get(parameter) ?? ''] ?? (isPhone() ? 'list' : 'board')

/** Whether the address names a view at all. */
export const hasChosenView = (search: URLSearchParams): boolean =>
  words[search.get(parameter) ?? ''] !== undefined

/** ?ansicht=liste|wand; without it phones begin with the list, larger windows with the wall. */
export const useView = (): readonly [ViewName, (view: ViewName) => void] => {
  const [search, setSearch] = useSearchParams()
  return [
    viewIn(search),
    (next) =>
      setSearch(
        (params) => {
          params.set(parameter, next === 'list' ? 'liste' : 'wand')
          return params
        },
        { replace: true },
      ),
  ]
}
