import { toString as qr } from 'qrcode'
import type { Links } from './linksFile.ts'

const names = { member: 'Members', moderator: 'Moderators', staff: 'Staff', beamer: 'Beamer' } as const

/** The links for people who stand at the terminal; the members' one also as a QR code. */
export const printLinks = async (links: Links, print: (line: string) => void): Promise<void> => {
  for (const { role, url } of links) print(`  ${names[role].padEnd(11)} ${url}`)
  const member = links.find(({ role }) => role === 'member')
  if (member && process.stdout.isTTY) print(`\n${await qr(member.url, { type: 'terminal', small: true })}`)
}
