import { readFileSync } from 'node:fs'

/** The template that ships, as JSON. */
export const shippedTemplate = (): Record<string, unknown> =>
  JSON.parse(
    readFileSync(new URL('../../shared/templates/zukunft-wohlfahrt.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>

/** As little as a template can say: one group, English, no levels, no tags, another time zone. */
export const smallTemplate = (id = 'summit'): Record<string, unknown> => ({
  schemaVersion: 1,
  id,
  title: 'Harbour Summit',
  language: 'en',
  date: '2027-02-03',
  timezone: 'Pacific/Auckland',
  start: '09:00',
  end: '17:30',
  groups: [{ id: 'X', title: 'What keeps us?', questions: [{ id: 'X1', text: 'What keeps us here?' }] }],
  noteKinds: [
    { id: 'thought', de: 'Gedanke', en: 'Thought' },
    { id: 'proposal', de: 'Vorschlag', en: 'Proposal', isResult: true },
  ],
})
