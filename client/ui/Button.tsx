import type { ButtonHTMLAttributes, Ref } from 'react'
import { classNames } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import './Button.css'

export type ButtonLook = {
  /** A page has at most one primary (filled) button. Grave: what cannot be taken back, only in the dialog that asks. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'grave' | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  readonly wide?: boolean | undefined
  readonly icon?: IconName | undefined
  readonly iconEnd?: IconName | undefined
  /** Shows only the icon; `label` becomes the accessible name and the tooltip. */
  readonly iconOnly?: boolean | undefined
}

export type ButtonProps = ButtonLook &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & {
    readonly type?: 'button' | 'submit' | undefined
    readonly ref?: Ref<HTMLButtonElement> | undefined
    /** The name of a button that shows only its icon. */
    readonly label?: string | undefined
  }

export const buttonClass = ({ variant, size, wide, iconOnly }: ButtonLook, className?: string): string =>
  classNames(
    'btn',
    variant !== 'plain' && variant,
    size !== 'medium' && size,
    wide && 'wide',
    iconOnly && 'icon',
    className,
  )

/** A native button. With `aria-disabled` it stays reachable but does nothing, so that a sentence beside it can say why. */
export function Button({
  variant,
  size,
  wide,
  icon,
  iconEnd,
  iconOnly,
  label,
  className,
  children,
  ...rest
}: ButtonProps) {
  const isOff = rest['aria-disabled'] === true || rest['aria-disabled'] === 'true'
  return (
    <button
      type="button"
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      {...(label && iconOnly ? { title: label } : {})}
      {...(isOff ? { onClick: (event) => event.preventDefault() } : {})}
      className={buttonClass({ variant, size, wide, iconOnly }, className)}
    >
      {icon && <Icon name={icon} />}
      {!iconOnly && children}
      {iconEnd && <Icon name={iconEnd} />}
    </button>
  )
}
