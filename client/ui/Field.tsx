import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react'
import { classNames } from './classNames.ts'
import { FieldError } from './FieldError.tsx'
import './Field.css'

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'size'> & {
  readonly label: ReactNode
  readonly hideLabel?: boolean | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  /** What is wrong, in a sentence. */
  readonly error?: ReactNode
  readonly multiline?: boolean | undefined
  readonly rows?: number | undefined
  readonly big?: boolean | undefined
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined
}

/** Label, input or text area, hint and error belong together. */
export function Field(props: FieldProps) {
  const { label, hideLabel, value, onChange, hint, error, multiline, rows, big, className, ref, ...rest } =
    props
  const made = useId()
  const id = rest.id ?? made
  const describedBy = classNames(rest['aria-describedby'], error && `${id}-error`, hint && `${id}-hint`)
  const shared = {
    ...rest,
    id,
    value,
    dir: 'auto',
    className: classNames('input', big && 'big', className),
    ...(error ? { 'aria-invalid': true } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  }
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'vh' : undefined}>
        {label}
      </label>
      {multiline ? (
        <textarea
          {...(shared as object)}
          ref={ref}
          rows={rows ?? 3}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input type="text" {...shared} ref={ref} onChange={(event) => onChange(event.target.value)} />
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
