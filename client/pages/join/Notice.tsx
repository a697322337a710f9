import { Link } from 'react-router'
import { useTexts } from '../../ui/useTexts.ts'

/** What everyone reads before the first card. */
export function Notice() {
  const t = useTexts()
  return (
    <div className="notice s muted">
      <p>
        {t('join:storedNotice')} <Link to="/datenschutz">{t('app:privacy')}</Link>
      </p>
      <p>
        <strong>{t('join:caseNoticeStrong')}</strong> {t('join:caseNoticeRest')}
      </p>
    </div>
  )
}
