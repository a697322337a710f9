import { toString as qr } from 'qrcode'
import type { UserRole } from '#shared/roles.ts'
import { withScreen } from './joinUrl.ts'
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
  const isOne = new Set(links.map(({ event }) => event)).size <= 1
  links.forEach(({ event, title, role, url }, at) => {
    if (!isOne && links[at - 1]?.event !== event) print(`${at > 0 ? '\n' : ''}${title}`)
    print(`  ${names[role].padEnd(11)} ${url}`)
    if (role === 'beamer') print(`  ${`${names[role]} 2`.padEnd(11)} ${withScreen(url, 2)}`)
  })
  for (const { role, url } of links)
    if (withQr.includes(role)) print(`\n  ${names[role]}\n${await qr(url, form)}`)
}
