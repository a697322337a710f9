import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { userRoles, type UserRole } from '#shared/roles.ts'
import { joinUrl } from './joinUrl.ts'

export type Links = readonly {
  /** Id and title of the event they lead to. */
  readonly event: string
  readonly title: string
  readonly role: UserRole
  readonly code: string
  readonly url: string
}[]
export type EventCodes = {
  readonly event: string
  readonly title: string
  readonly codes: Readonly<Record<UserRole, string>> | null
}

const pathIn = (dataDir: string) => join(dataDir, 'links.json')

/** Keeps the links beside the store, readable by its owner only, so that `npm run links` needs no running server. */
export const writeLinks = (dataDir: string, base: string, events: readonly EventCodes[]): Links => {
  const links = events.flatMap(({ event, title, codes }) =>
    codes
      ? userRoles.map((role) => ({ event, title, role, code: codes[role], url: joinUrl(base, codes[role]) }))
      : [],
  )
  writeFileSync(pathIn(dataDir), `${JSON.stringify(links, null, 2)}\n`, { mode: 0o600 })
  return links
}

export const readLinks = (dataDir: string): Links | null => {
  try {
    return JSON.parse(readFileSync(pathIn(dataDir), 'utf8')) as Links
  } catch {
    return null
  }
}
