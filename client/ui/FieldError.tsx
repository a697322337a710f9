import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import './Field.css'

type FieldErrorProps = { readonly id: string; readonly children: ReactNode }

/** The sentence under a field, said as soon as it appears. */
export function FieldError({ id, children }: FieldErrorProps) {
  return (
    <div id={id} role="alert">
      {children && (
        <p className="field-error">
          <Icon name="circle-alert" />
          <span>{children}</span>
        </p>
      )}
    </div>
  )
}
