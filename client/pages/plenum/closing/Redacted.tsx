import type { VersionInfo } from '#shared/result.ts'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { momentIn, shortDateText } from '../../eventTime.ts'

type RedactedProps = { readonly version: VersionInfo | undefined; readonly timezone: string }

/** A note was erased from a version after it was finalised: why its hash is another one. */
export function Redacted({ version, timezone }: RedactedProps) {
  const t = useTexts()
  const language = useLanguage()
  if (!version?.redacted) return null
  const day = shortDateText(momentIn(timezone, version.redacted.at).date, language)
  return <span className="s num">{t('plenum:redacted', { day })}</span>
}
