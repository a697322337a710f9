import { useSearchParams } from 'react-router'
import type { ViewName } from '../../board/BoardTools.tsx'
import { viewIn, viewParameter, wordOf } from './viewIn.ts'

/** ?ansicht=liste|wand; without it phones begin with the list, larger windows with the wall. */
export const useView = (): readonly [ViewName, (view: ViewName) => void] => {
  const [search, setSearch] = useSearchParams()
  return [
    viewIn(search),
    (next) =>
      setSearch(
        (params) => {
          params.set(viewParameter, wordOf(next))
          return params
        },
        { replace: true },
      ),
  ]
}
