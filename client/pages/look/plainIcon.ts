import { element } from '../../ui/element.ts'
import '../../ui/Icon.css'

/** The room of an icon: its picture comes with the page. `size` in CSS pixels; without it as large as in the text. */
export const plainIcon = (size?: number): HTMLElement => {
  const icon = element('span', 'i')
  if (size !== undefined) Object.assign(icon.style, { width: `${size}px`, height: `${size}px` })
  return icon
}
