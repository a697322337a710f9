import { createContext, type ReactNode } from 'react'

/** What concerns every page, said under its bar by `TopBar`. */
export const TopNews = createContext<ReactNode>(null)
