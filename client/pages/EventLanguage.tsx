import { useEffect } from 'react'
import { useEventBrief } from '../sync/records.ts'
import { followEventLanguage } from '../ui/i18n.ts'

/** Who has chosen no language reads in the language of the event. */
export function EventLanguage() {
  const language = useEventBrief().data?.language
  useEffect(() => {
    if (language) followEventLanguage(language)
  }, [language])
  return null
}
