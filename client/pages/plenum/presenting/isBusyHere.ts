const fields =
  'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"])'
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [data-holds]'

/**
 * Whether the page must stay as it is: something is open over it, somebody writes, has written what is not sent, or works
 * by keyboard in what would go. A finger that has tapped somewhere is no reason.
 */
export const isBusyHere = (): boolean => {
  if (document.querySelector(overlays)) return true
  const page = document.querySelector('.plenum-body')
  const active = document.activeElement
  for (const field of page?.querySelectorAll<HTMLInputElement>(fields) ?? [])
    if (field === active || field.isContentEditable || (field.value ?? '') !== '') return true
  const isNarrow = matchMedia('(max-width: 47.99rem)').matches
  const goes = `.plenum-content *, .decision *${isNarrow ? ', .outline *' : ''}`
  return active !== null && active.matches(goes) && active.matches(':focus-visible')
}
