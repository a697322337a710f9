import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoteRef } from '#shared/ids.ts'
import type { MinuteFact } from '#shared/plenum/minute.ts'
import type { MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import type { FinalisedAnswer, OpenAnswer } from '#shared/plenum/openThings.ts'
import type { Result } from '#shared/result.ts'
import { sha256 } from '../../server/plenum/decisions.ts'
import { openPlenumDay } from '../kit/plenumDay.ts'
import { plenumOf, type Guest } from '../kit/venue.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let day: Awaited<ReturnType<typeof openPlenumDay>>
let member: Guest
let refs: NoteRef[]
let result: Result
const folder = mkdtempSync(join(tmpdir(), 'leitwand-version-'))
beforeAll(async () => {
  day = await openPlenumDay()
  member = await day.join('member', 'Kreisverband 1', 'A')
  refs = [
    await day.mark('A', 'Frau Dornroeschen wartet auf Beratung'),
    await day.mark('A', 'Brückenfonds'),
    await day.mark('B', 'Verwandtes'),
  ]
})
afterAll(async () => {
  await day.close()
  rmSync(folder, { recursive: true, force: true })
})
const [first, second, third] = [() => refs[0] as NoteRef, () => refs[1] as NoteRef, () => refs[2] as NoteRef]
const minutes = async (who = day.staff) => (await who.call<MinutesAnswer>('GET', '/plenum/minutes')).body
const facts = async () => (await minutes()).lines.map(({ fact }) => fact)
const did = (fact: MinuteFact) => [fact.kind, 'did' in fact ? fact.did : ''].filter(Boolean).join(' ')
const post = (path: string, body: unknown = {}) => day.moderator.call('POST', path, body)
const exported = async (path: string) => {
  const answer = await fetch(`${day.origin}/api/export/${path}`, {
    headers: { authorization: `Bearer ${day.staff.ticket}` },
  })
  return Buffer.from(await answer.arrayBuffer())
}
const verify = (args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string }>((done) => {
    const run = [join(root, 'server/verify.ts'), ...args]
    execFile(process.execPath, run, { cwd: root, env }, (fault, stdout, stderr) =>
      done({ code: fault ? Number(fault.code) : 0, said: stdout + stderr }),
    )
  })

test('P75 what is done to results, phases, points and cards writes its line in the same moment', async () => {
  await post('/stages/plenum/phase', { phase: 'plenum-merge' })
  result = await day.make(first())
  await day.patch(result.id, { sources: [first(), second()], links: [third()] })
  await day.patch(result.id, { sources: [first()], title: 'Beratung für alle' })
  await post(`/plenum/results/${result.id}/dissolve`)
  await post(`/plenum/results/${result.id}/dissolve`)
  await post(`/plenum/results/${result.id}/restore`)
  await day.moderator.call('PUT', `/plenum/fates/${second()}`, { kind: 'deferred' })
  await day.decide(await day.result(result.id), { counts: { agree: 3 }, sentence: 'Einhellig' })
  const opened = await post('/stages/plenum/votes', { kind: 'points' })
  expect(opened.status).toBe(200)
  expect((await post('/plenum/finalise')).body.error).toBe('voteOpen')
  await post(`/votes/${(opened.body as { id: string }).id}/close`)
  await post('/stages/plenum/end')
  const lines = (await minutes()).lines
  const wanted = [
    'phase',
    'result made',
    'result joined',
    'result linked',
    'result parted',
    'result dissolved',
    'result restored',
    'fate',
    'decision made',
    'points opened',
    'points closed',
    'phase',
  ]
  expect(lines.map(({ fact }) => did(fact)).slice(0, wanted.length)).toEqual(wanted)
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((a, b) => a - b))
  expect(lines[1]).toMatchObject({ notes: ['A-01'], text: 'Frau Dornroeschen wartet auf Beratung' })
  expect(lines[1]?.name).toMatch(/^M1 Frau Dornroeschen/)
  expect(lines[4]).toMatchObject({ notes: ['A-02'], name: 'M1 Beratung für alle' })
  expect(lines[8]).toMatchObject({ decision: { outcome: 'adopted', counts: { agree: 3 } } })
  expect(lines[8]?.texts?.[0]).toContain('Beratung für alle')
})

test('P75 what is refused, and what changes nothing, writes no line; facts can be edited by nobody', async () => {
  const before = await minutes()
  await day.decide({ ...result, title: 'Ein anderer' }, {})
  await day.patch(result.id, { sources: [first()] })
  await day.patch(result.id, { links: [third()] })
  await post('/plenum/results', { sources: [first()] })
  expect((await minutes()).lines).toEqual(before.lines)
  const line = before.lines[1]
  const answer = await day.moderator.call<MinutesAnswer>('PUT', `/plenum/minutes/${line?.id}`, {
    remark: 'Mit Beifall',
    text: 'Etwas anderes',
    name: 'X',
    at: 0,
    fact: { kind: 'phase', phase: 'x' },
  })
  expect(answer.body.lines[1]).toEqual({ ...line, remark: 'Mit Beifall' })
})

test('P76 who writes a remark over what somebody else has written meanwhile is told', async () => {
  const put = (remark: string, before: string) =>
    day.staff.call('PUT', `/plenum/minutes/${lineId}`, { remark, before })
  const lineId = (await minutes()).lines[1]?.id
  expect((await put('Anders', '')).body.error).toBe('outdated')
  expect((await put('Mit viel Beifall', 'Mit Beifall')).status).toBe(200)
  expect((await put('Mit viel Beifall', 'Mit Beifall')).status).toBe(200)
  const head = (title: string, before: string) =>
    day.staff.call('PUT', '/plenum/minutes', { title, before: { title: before } })
  expect((await head('Unser Protokoll', '')).status).toBe(200)
  expect((await head('Ihr Protokoll', '')).body.error).toBe('outdated')
  expect((await exported('minutes.md')).toString()).toMatch(/^# Unser Protokoll\n/)
})

test('P74 finalising with a key counts once, however often and late it is sent; who lost the answer learns it', async () => {
  const open = (await day.moderator.call<OpenAnswer>('GET', '/plenum/open')).body
  expect(open.blocked).toBe(false)
  const key = 'k'.repeat(32)
  const asked = async (which: string) =>
    (await day.moderator.call<FinalisedAnswer>('GET', `/plenum/finalised/${which}`)).body.version
  expect(await asked(key)).toBeNull()
  const answers = await Promise.all([1, 2, 3].map(() => post('/plenum/finalise', { key })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await asked(key)).toBe(1)
  expect((await plenumOf(day.staff)).versions.map(({ number }) => number)).toEqual([1])
  expect(JSON.stringify(await plenumOf(day.staff))).not.toContain(key)
  expect((await post('/plenum/finalise', { key: 'x'.repeat(16) })).body.error).toBe('plenumFrozen')
  expect((await post('/plenum/finalise', { key: 'kurz' })).body.error).toBe('badRequest')
  const late = await day.moderator.call('PUT', `/plenum/fates/${second()}`, { kind: null })
  expect(late.body.error).toBe('plenumFrozen')
  await post('/plenum/reopen')
  // It comes once more, from a network that was slow: nothing is frozen by it.
  expect((await post('/plenum/finalise', { key })).status).toBe(200)
  expect((await plenumOf(day.staff)).plenum.state).toBe('open')
  expect((await facts()).map(did).slice(-2)).toEqual(['version finalised', 'version reopened'])
})

test('P76 once there is a version everyone reads the minutes', async () => {
  expect((await minutes(member)).lines.length).toBe((await minutes()).lines.length)
  expect((await member.call('PUT', '/plenum/minutes', { title: 'X' })).body.error).toBe('forbidden')
})

test('X24 the exported JSON is the very text whose SHA-256 is stored, and a command says so', async () => {
  const [version] = (await plenumOf(day.staff)).versions
  const json = await exported('results.json?version=1')
  expect(sha256(json.toString('utf8'))).toBe(version?.sha256)
  const file = join(folder, 'v1.json')
  writeFileSync(file, json)
  const alone = await verify([file])
  expect(alone).toMatchObject({ code: 0 })
  expect(alone.said).toContain(`SHA-256 ${version?.sha256}`)
  // The server runs, and holds its store alone.
  for (const answer of [await verify([file, day.dataDir]), await verify([file], { DATA_DIR: day.dataDir })]) {
    expect(answer.code).toBe(0)
    expect(answer.said).toContain(`Version 1 of ${day.staff.event.id}`)
    expect(answer.said).toContain('this is exactly what is stored.')
  }
  expect((await verify(['v1.json'], { INIT_CWD: folder })).said).toContain(`SHA-256 ${version?.sha256}`)
  const other = join(folder, 'other.json')
  writeFileSync(other, json.toString('utf8').replace('Beratung', 'Belehrung'))
  expect(await verify([other, day.dataDir])).toMatchObject({ code: 2 })
  expect((await verify([other, day.dataDir])).said).toContain('holds no version like this')
  expect((await verify([join(folder, 'nothing'), day.dataDir])).code).toBe(1)
  expect((await verify([file, folder])).said).toContain('There is no store in')
  expect((await verify([])).code).toBe(1)
}, 120_000)

test('X23 two versions, and a version and today, are compared in an exported document', async () => {
  await day.patch(result.id, { title: 'Beratung für wirklich alle' })
  const since = (await exported('changes.md?from=1')).toString()
  expect(since).toContain('Beratung für <ins>wirklich</ins> alle')
  expect(since).toContain('Arbeitsstand')
  await post('/plenum/finalise', { key: 'z'.repeat(16) })
  expect((await exported('changes.md?from=1&to=2')).toString()).toContain('Fassung 2')
  expect((await exported('changes.docx?from=1&to=2')).subarray(0, 2).toString()).toBe('PK')
  expect((await day.staff.call('GET', '/export/changes.md?from=7')).body.error).toBe('notFound')
  expect((await day.staff.call('GET', '/export/changes.pdf?from=1')).body.error).toBe('notFound')
})

test('P78 erasing a card takes its words from the minutes and the files as well; the command knows what was', async () => {
  const was = join(folder, 'v1.json')
  const lines = (await minutes()).lines
  expect(JSON.stringify(lines)).toContain('Dornroeschen')
  // The wording is the Plenum's own; it is told, and stays.
  const [group, note] = first().split('/')
  expect((await day.staff.call('DELETE', `/groups/${group}/notes/${note}`)).status).toBe(200)
  const after = (await minutes()).lines
  const own = after.filter(({ fact }) => fact.kind !== 'decision')
  expect(JSON.stringify(own)).not.toContain('Dornroeschen')
  expect(after.map(({ id, at, fact }) => [id, at, fact])).toEqual(
    lines.map(({ id, at, fact }) => [id, at, fact]),
  )
  expect(after[1]).toMatchObject({ text: '[gelöscht]' })
  expect((await exported('minutes.md')).toString()).toContain('gelöscht')
  const answer = await verify([was, day.dataDir])
  expect(answer.said).toContain('this is what was finalised. A note was erased from it')
  expect(answer.code).toBe(0)
  expect(readFileSync(was, 'utf8')).toContain('Dornroeschen')
})
