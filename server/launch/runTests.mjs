import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

/** A file that fails without a failing test (it did not load, a hook threw) counts as one failure. */
function countsIn(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    const brokenFiles = report.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    )
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Runs Vitest and says in one line how it went; earlier broken steps make the exit code 1 as well. */
export async function runTests(node, args, broken = []) {
  const folder = mkdtempSync(join(tmpdir(), 'leitwand-tests-'))
  const json = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`]
  const code = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args])
  const { passed, failed, skipped } = countsIn(json)
  rmSync(folder, { recursive: true, force: true })
  if (broken.length > 0) console.log(`Failed before the tests: ${broken.join(', ')}.`)
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return code || (broken.length > 0 || failed > 0 ? 1 : 0)
}
