import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { flagIn, freeId, partsIn, textIn, withPart, type FieldsProps } from './templateDraft.ts'

/** The items of the day. */
export function AgendaFields({ draft, onChange }: FieldsProps) {
  const t = useTexts()
  const items = partsIn(draft, 'agenda')
  const set = (agenda: readonly unknown[]) => onChange({ ...draft, agenda })
  const add = () => {
    const start = textIn(items.at(-1) ?? draft, 'end') || textIn(draft, 'start')
    set([...items, { id: freeId(items, 'item-'), start, end: start, kind: 'item', title: '', speaker: null }])
  }
  return (
    <fieldset>
      <legend>{t('setUp:agenda')}</legend>
      {items.map((item, at) => {
        const field = (name: string, label: string, type = 'text') => (
          <Field
            label={label}
            type={type}
            value={textIn(item, name)}
            onChange={(value) => set(withPart(items, at, { ...item, [name]: value }))}
          />
        )
        return (
          <div
            key={textIn(item, 'id')}
            className="set-up-row agenda-row"
            role="group"
            aria-label={t('setUp:item', { number: at + 1 })}
          >
            {field('start', t('setUp:start'), 'time')}
            {field('end', t('setUp:end'), 'time')}
            {field('title', t('setUp:itemTitle'))}
            {field('speaker', t('setUp:speaker'))}
            <label className="set-up-check">
              <input
                type="checkbox"
                checked={flagIn(item, 'hasQuestions')}
                onChange={({ target }) => set(withPart(items, at, { ...item, hasQuestions: target.checked }))}
              />
              {t('setUp:hasQuestions')}
            </label>
            <Button
              variant="quiet"
              icon="x"
              iconOnly
              label={t('setUp:removeItem', { number: at + 1 })}
              onClick={() => set(withPart(items, at, null))}
            />
          </div>
        )
      })}
      <Button icon="plus" onClick={add}>
        {t('setUp:addItem')}
      </Button>
    </fieldset>
  )
}
