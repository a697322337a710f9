import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import './discuss.css'

type DiscussFilterProps = {
  readonly count: number
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Only what somebody asks to speak about. */
export function DiscussFilter({ count, isOn, onChange }: DiscussFilterProps) {
  const t = useTexts()
  if (count === 0 && !isOn) return null
  return (
    <p className="discuss-filter">
      <Button
        size="small"
        variant={isOn ? 'plain' : 'quiet'}
        icon="message-square-warning"
        aria-pressed={isOn}
        onClick={() => onChange(!isOn)}
      >
        <span className="num">{t('presenting:onlyDiscuss', { count })}</span>
      </Button>
      {count === 0 && <span className="hint">{t('presenting:noDiscuss')}</span>}
    </p>
  )
}
