import type { UserRole } from '#shared/roles.ts'

/** Where someone goes after the door: the page asked for, else the page of the role. Only paths of our own. */
export const passage = (asked: string | null, role: UserRole): string => {
  const isOwn = asked !== null && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/beitreten')
  return isOwn ? asked : role === 'beamer' ? '/beamer' : '/heute'
}
