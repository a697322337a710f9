import { existsSync, statSync } from 'node:fs'
import type { RequestHandler } from 'express'
import sirv from 'sirv'

/**
 * The built scripts, styles and fonts: their names change with their content, and the build has put compressed twins beside
 * them. What is asked for is there or not, whatever a newer build has added or taken away since the server started.
 */
export const assetFiles = (folder: string): RequestHandler => {
  let known = { at: builtAt(folder), serve: openFolder(folder) }
  return (request, response) => {
    // Without a next handler: what is not there is not the page either. Opening what is gone would end the process.
    if (!existsSync(folder + request.path)) return void response.writeHead(404).end()
    const at = builtAt(folder)
    if (at !== known.at) known = { at, serve: openFolder(folder) }
    known.serve(request, response)
  }
}

const builtAt = (folder: string): number => statSync(folder).mtimeMs

/** It reads the names of all files once. */
const openFolder = (folder: string) =>
  sirv(folder, {
    immutable: true,
    maxAge: 365 * 24 * 60 * 60,
    brotli: true,
    gzip: true,
    onNoMatch: (_request, response) => void response.writeHead(404).end(),
  })
