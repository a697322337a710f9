import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { partsIn, textIn, withPart, type FieldsProps, type Part } from './templateDraft.ts'

/** Groups with their Leitfragen, rooms and seats. */
export function GroupFields({ draft, onChange }: FieldsProps) {
  const t = useTexts()
  const groups = partsIn(draft, 'groups')
  const set = (next: readonly unknown[]) => onChange({ ...draft, groups: next })
  return (
    <fieldset>
      <legend>{t('setUp:groups')}</legend>
      {groups.map((group, at) => {
        const id = textIn(group, 'id')
        const put = (more: Part) => set(withPart(groups, at, { ...group, ...more }))
        const seats = group['capacity']
        return (
          <fieldset key={id}>
            <legend>{t('setUp:group', { group: id })}</legend>
            <Field
              label={t('setUp:leitfrage')}
              value={textIn(group, 'title')}
              onChange={(title) => put({ title })}
            />
            <Field
              multiline
              rows={3}
              label={t('setUp:questions')}
              value={partsIn(group, 'questions')
                .map((question) => textIn(question, 'text'))
                .join('\n')}
              onChange={(text) => put({ questions: questionsOf(group, id, text) })}
            />
            <div className="set-up-row">
              <Field
                label={t('setUp:room')}
                value={textIn(group, 'room')}
                onChange={(room) => put({ room: room || null })}
              />
              <Field
                label={t('setUp:capacity')}
                type="number"
                min={1}
                value={typeof seats === 'number' ? String(seats) : ''}
                onChange={(value) => put({ capacity: Number.parseInt(value, 10) || null })}
              />
              <Button variant="quiet" icon="x" onClick={() => set(withPart(groups, at, null))}>
                {t('setUp:removeGroup', { group: id })}
              </Button>
            </div>
          </fieldset>
        )
      })}
      {groups.length < 8 && (
        <Button icon="plus" onClick={() => set([...groups, newGroup(groups)])}>
          {t('setUp:addGroup')}
        </Button>
      )}
    </fieldset>
  )
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const newGroup = (groups: readonly Part[]): Part => {
  const taken = groups.map((group) => textIn(group, 'id'))
  const id = [...letters].find((letter) => !taken.includes(letter)) ?? 'Z'
  return { id, title: '', questions: [{ id: `${id}1`, text: '' }] }
}

/** A line is a question; it keeps its id where it stays in its place, so that its cards stay with it. */
const questionsOf = (group: Part, id: string, text: string): readonly Part[] => {
  const before = partsIn(group, 'questions')
  const taken = new Set(before.map((question) => textIn(question, 'id')))
  let next = 1
  const freshId = () => {
    while (taken.has(`${id}${next}`)) next++
    taken.add(`${id}${next}`)
    return `${id}${next}`
  }
  return text
    .split('\n')
    .map((line, at) => ({ ...before[at], id: textIn(before[at] ?? {}, 'id') || freshId(), text: line }))
}
