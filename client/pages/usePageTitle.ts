import { useEffect } from 'react'

/** The name of the page in tabs, history and screen readers. */
export const usePageTitle = (title: string | null | undefined): void => {
  useEffect(() => {
    document.title = title ? `${title} – Leitwand` : 'Leitwand'
  }, [title])
}
