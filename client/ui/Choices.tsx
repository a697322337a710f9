import { useId, type ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { FieldError } from './FieldError.tsx'
import { GroupBadge } from './GroupBadge.tsx'
import './Choices.css'

export type Choice = {
  readonly id: string
  readonly title: ReactNode
  readonly text?: ReactNode
  readonly badge?: string | undefined
  /** Cannot be chosen now; its text says why. */
  readonly isOff?: boolean | undefined
}

type ChoicesProps = {
  readonly legend: ReactNode
  readonly hideLegend?: boolean | undefined
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly error?: ReactNode
  readonly hint?: ReactNode
  /** Side by side where there is room. */
  readonly columns?: boolean | undefined
}

/** One of a few, as large cards around native radio buttons. */
export function Choices({
  legend,
  hideLegend,
  choices,
  value,
  onChange,
  error,
  hint,
  columns,
}: ChoicesProps) {
  const name = useId()
  const errorId = `${name}-error`
  return (
    <fieldset className="choices" {...(error ? { 'aria-describedby': errorId, 'aria-invalid': true } : {})}>
      <legend className={hideLegend ? 'vh' : undefined}>{legend}</legend>
      <div className={classNames('choices-grid', columns && 'columns')}>
        {choices.map((choice) => (
          <label key={choice.id} className={classNames('choice', choice.isOff && 'off')}>
            <input
              type="radio"
              name={name}
              value={choice.id}
              checked={choice.id === value}
              disabled={choice.isOff}
              onChange={() => onChange(choice.id)}
            />
            {choice.badge && <GroupBadge letter={choice.badge} size="small" />}
            <span className="choice-text">
              <span>{choice.title}</span>
              {choice.text && <span className="hint">{choice.text}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={errorId}>{error}</FieldError>
      {hint && <p className="hint">{hint}</p>}
    </fieldset>
  )
}
