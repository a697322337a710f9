/** Brings a section of the list into view and gives it the focus, so that reading goes on there. */
export const goTo = (section: 'marked' | 'parking' | 'tray'): void => {
  document.getElementById(section)?.scrollIntoView()
  document.getElementById(`${section}-title`)?.focus({ preventScroll: true })
}
