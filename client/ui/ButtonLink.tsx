import type { AnchorHTMLAttributes, Ref } from 'react'
import { Link } from 'react-router'
import { buttonClass, type ButtonLook } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './Button.css'

type ButtonLinkProps = ButtonLook &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
    /** A path of this app; downloads and other hosts use `href`. */
    readonly to?: string | undefined
    readonly href?: string | undefined
    readonly label?: string | undefined
    readonly ref?: Ref<HTMLAnchorElement> | undefined
  }

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, wide, icon, iconEnd, iconOnly, to, href, label, className, children, ...rest } =
    props
  const shared = {
    ...rest,
    ...(label ? { 'aria-label': label } : {}),
    ...(label && iconOnly ? { title: label } : {}),
    className: buttonClass({ variant, size, wide, iconOnly }, className),
  }
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {!iconOnly && children}
      {iconEnd && <Icon name={iconEnd} />}
    </>
  )
  if (to !== undefined)
    return (
      <Link to={to} {...shared}>
        {content}
      </Link>
    )
  return (
    <a href={href} {...shared}>
      {content}
    </a>
  )
}
