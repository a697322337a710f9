import { toString as qr } from 'qrcode'
import type { UserRole } from '#shared/roles.ts'
import type { Links } from './linksFile.ts'

const names = { member: 'Members', moderator: 'Moderators', staff: 'Staff', beamer: 'Beamer' } as const

/** The links for people who stand at the terminal, and as QR codes those of `withQr`. */
export const printLinks = async (
  links: Links,
  print: (line: string) => void,
  withQr: readonly UserRole[] = process.stdout.isTTY ? ['member'] : [],
): Promise<void> => {
  // A terminal shows light on dark unless it is told otherwise; scanners want dark on light.
  const form = process.stdout.isTTY
    ? ({ type: 'terminal', small: true } as const)
    : ({ type: 'utf8' } as const)
  for (const { role, url } of links) print(`  ${names[role].padEnd(11)} ${url}`)
  for (const { role, url } of links)
    if (withQr.includes(role)) print(`\n  ${names[role]}\n${await qr(url, form)}`)
}
