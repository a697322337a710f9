// Hocuspocus as its manual starts it; with a database file it stores there. Runs on the packages that installPeers brought.
import { createRequire } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [peers, database] = process.argv.slice(2)
const find = createRequire(pathToFileURL(`${peers}/package.json`))
const { Server } = await import(pathToFileURL(find.resolve('@hocuspocus/server')).href)
const extensions = []
if (database) {
  const { SQLite } = await import(pathToFileURL(find.resolve('@hocuspocus/extension-sqlite')).href)
  extensions.push(new SQLite({ database }))
}
const server = new Server({ address: '127.0.0.1', port: Number(process.env.PORT), quiet: true, extensions })
await server.listen()
console.log('running')
