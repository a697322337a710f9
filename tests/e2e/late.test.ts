import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import type { PlenumAnswer } from '#shared/api.ts'
import { addNote } from '#shared/board.ts'
import { gatheredOf } from '#shared/gather.ts'
import { parseNoteText } from '#shared/noteText.ts'
import { Attendee } from '../../server/demo/attendee.ts'
import { openStage, type Stage } from '../kit/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('W8 what is written without network into a Plenum that is frozen meanwhile is kept, never applied, and said', async () => {
  const group = 'A' as GroupId
  const lead = await Attendee.join(stage.url, stage.codeOf('moderator'), 'Moderation 1', 'plenum')
  const writer = await Attendee.join(stage.url, stage.codeOf('member'), 'Kreisverband 1', group)
  const board = await writer.open({ kind: 'group', group })
  const note = addNote(board.doc, {
    id: 'n1' as NoteId,
    question: 'A1' as QuestionId,
    kind: 'guideline' as KindId,
    createdAt: 1,
    blocks: parseNoteText('Zugang nach Bedarf'),
  })
  note.set('forPlenum', 'a')
  const gathered = await lead.open({ kind: 'gathered' })
  await gathered.until('the marked note', (doc) => gatheredOf(doc).size === 1)
  await lead.send('POST', '/plenum/results', { sources: ['A/n1'] })

  const { page, context, complaints } = await stage.join('moderator', {
    name: 'Moderation 2',
    group: 'plenum',
  })
  await page.goto(`${stage.url}/plenum`)
  await page.getByRole('button', { name: 'Wortlaut bearbeiten' }).click()
  const field = page.getByRole('textbox', { name: /Wortlaut von/ })
  await field.waitFor()
  await page.getByText('Gesichert', { exact: true }).first().waitFor()
  await context.setOffline(true)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(', zu spät')
  await field.getByText('Zugang nach Bedarf, zu spät').waitFor()
  await lead.send('POST', '/plenum/finalise')
  await context.setOffline(false)

  await page
    .getByText('Ihre letzten Änderungen kamen nach dem Abschluss an. Die Moderation kann sie ansehen.')
    .waitFor()
  await page.getByText(/Finalisiert: Fassung 1/).waitFor()
  await expect.poll(() => page.getByText('Zugang nach Bedarf, zu spät').count()).toBe(0)
  const { latecomers } = await lead.get<PlenumAnswer>('/plenum')
  expect(latecomers).toBe(1)
  expect(
    await (await Attendee.join(stage.url, stage.codeOf('staff'), 'Redaktion')).getText('/export/results.md'),
  ).not.toContain('zu spät')
  expect(complaints).toEqual([])
  writer.leave()
  lead.leave()
})
