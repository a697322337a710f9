import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assetFiles } from '../../server/assetFiles.ts'

let folder: string
let url: string
let close: () => Promise<void>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leitwand-assets-'))
  writeFileSync(join(folder, 'old.js'), 'old')
  const server = express().use('/assets', assetFiles(folder)).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets`
  close = () => new Promise((done) => server.close(() => done()))
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

const load = async (name: string) => {
  const answer = await fetch(`${url}/${name}`)
  return [answer.status, await answer.text()]
}

test('E15 a newer build is served without a restart, and what it took away is missing', async () => {
  expect([await load('old.js'), await load('new.js')]).toEqual([
    [200, 'old'],
    [404, ''],
  ])
  rmSync(join(folder, 'old.js'))
  writeFileSync(join(folder, 'new.js'), 'new')
  // However coarse the clock of the disk is.
  utimesSync(folder, new Date(), new Date(Date.now() + 60_000))
  expect([await load('old.js'), await load('new.js'), await load('old.js')]).toEqual([
    [404, ''],
    [200, 'new'],
    [404, ''],
  ])
})
