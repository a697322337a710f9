import { userRoles } from '#shared/roles.ts'
import { readConfig } from './config.ts'
import { readLinks } from './linksFile.ts'
import { printLinks } from './printLinks.ts'

const { dataDir } = readConfig(process.env)
const links = readLinks(dataDir)
if (!links) {
  process.stderr.write(`There is no event in ${dataDir} yet. Run "npm start" first.\n`)
  process.exitCode = 1
} else if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(links, null, 2)}\n`)
} else {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  await (process.argv.includes('--qr') ? printLinks(links, print, userRoles) : printLinks(links, print))
}
