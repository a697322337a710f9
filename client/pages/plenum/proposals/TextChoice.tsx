import { useId } from 'react'
import type { ResultText } from '#shared/day/beamerScreen.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { showOnWall } from '../plenumCommands.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { resultTextsOf } from './resultTexts.ts'
import './TextChoice.css'

type TextChoiceProps = {
  readonly item: OutlineItem
  readonly value: ResultText
  readonly onChange: (text: ResultText) => void
}

/** Which text of a result is read: that of now, what has changed, what was decided, or where it began. */
export function TextChoice({ item, value, onChange }: TextChoiceProps) {
  const t = useTexts()
  const name = useId()
  const { notes, show, mayShape, command } = usePlenumPlace()
  const { result, standing } = item
  const { original, decided, isAttempt } = resultTextsOf(result, standing, (ref) => notes.get(ref))
  // The same ones whatever the text says: nothing below it moves when somebody writes.
  const texts: readonly ResultText[] = [
    'current',
    ...(decided || original.length > 0 ? ['changes' as const] : []),
    ...(decided ? ['decided' as const] : []),
    ...(original.length > 0 ? ['original' as const] : []),
  ]
  const onWall =
    show?.kind === 'result' && show.id === result.id && !show.proposal ? (show.text ?? 'current') : null
  if (texts.length < 2) return null
  return (
    <div className="text-choice">
      <fieldset className="segments">
        <legend className="vh">{t('proposals:texts')}</legend>
        {texts.map((text) => (
          <label key={text} className="segment">
            <input
              type="radio"
              className="vh"
              name={name}
              value={text}
              checked={text === value}
              onChange={() => onChange(text)}
            />
            <span>{t(text === 'decided' && isAttempt ? 'proposals:asked' : `proposals:${text}`)}</span>
          </label>
        ))}
      </fieldset>
      {mayShape && (
        <Button
          size="small"
          variant="quiet"
          icon="presentation"
          aria-pressed={onWall === value}
          aria-disabled={command.isBusy}
          onClick={() =>
            void command.run(() =>
              showOnWall({ kind: 'result', id: result.id, ...(value === 'current' ? {} : { text: value }) }),
            )
          }
        >
          {t(onWall === value ? 'proposals:textIsOnWall' : 'proposals:textOnWall')}
        </Button>
      )}
    </div>
  )
}
