import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('D4, F30 a whole day is rehearsed, and what went in comes out', { timeout: 120_000 }, async () => {
  const { code, said } = await new Promise<{ code: number; said: string }>((done) => {
    execFile(process.execPath, ['tests/rehearse/rehearse.ts'], { cwd: root }, (fault, stdout, stderr) =>
      done({ code: fault ? 1 : 0, said: stdout + stderr }),
    )
  })
  expect(code, said).toBe(0)
  expect(said).toContain('✓ characters:')
  expect(said).toContain('✓ links between people and votes in the stored files: none')
  expect(said).toContain('2 times the power went')
  // Every change of phase was known to everyone in time; how long the slowest took stands in the report.
  expect(said).toMatch(/✓ rights on all 52 devices, the slowest of 6 changes of phase: \d+ ms, at most 2000/)
})
