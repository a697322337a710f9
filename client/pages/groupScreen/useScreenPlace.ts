import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { ScreenView } from './screenViews.ts'

const parameters = { view: 'frage', page: 'seite' }
/** Beyond every page: the last one, however many there are. */
const lastPage = 9999

/** How many pages a view takes, once it has been laid out. */
export type Measured = { readonly id: string; readonly pages: number }

/** What is shown, in the address: `?frage=A2&seite=2`. Keys and clickers turn pages, from question to question. */
export const useScreenPlace = (views: readonly ScreenView[], measured: Measured) => {
  const [search, setSearch] = useSearchParams()
  const view = views.find(({ id }) => id === search.get(parameters.view)) ?? views[0] ?? null
  const pages = view && view.sections.length > 0 && measured.id === view.id ? measured.pages : 1
  const wanted = Number.parseInt(search.get(parameters.page) ?? '1', 10)
  const page = Math.min(Math.max(1, Number.isNaN(wanted) ? 1 : wanted), pages) - 1
  const at = view ? views.indexOf(view) : 0

  // A clicker is quicker than the address: where it has led already.
  const asked = useRef({ id: '', page })
  asked.current = { id: view?.id ?? '', page }

  const show = useCallback(
    (id: string, number = 1) => {
      asked.current = { id, page: number - 1 }
      setSearch(
        (params) => {
          params.set(parameters.view, id)
          if (number > 1) params.set(parameters.page, String(number))
          else params.delete(parameters.page)
          return params
        },
        { replace: true },
      )
    },
    [setSearch],
  )
  const turn = (by: -1 | 1) => {
    // How many pages the next one has is not known before it stands there.
    if (!view || asked.current.id !== view.id) return
    const to = asked.current.page + by
    if (to >= 0 && to < pages) return show(view.id, to + 1)
    const next = views[at + by]
    if (next) show(next.id, by > 0 ? 1 : lastPage)
  }
  const isBeyond = measured.id === view?.id && wanted > pages
  useEffect(() => {
    if (view && isBeyond) show(view.id, pages)
  }, [view, isBeyond, pages, show])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isOnControl = event.target instanceof Element && event.target.closest('a, button')
      if (['ArrowRight', 'PageDown'].includes(event.key) || (event.key === ' ' && !isOnControl)) turn(1)
      else if (['ArrowLeft', 'PageUp'].includes(event.key)) turn(-1)
      else if (event.key === 'Home' && views[0]) show(views[0].id)
      else if (event.key === 'End') show(views.at(-1)?.id ?? '')
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return { view, page, pages, show, turn }
}
