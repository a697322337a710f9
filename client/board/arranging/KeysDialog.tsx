import { Fragment } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useSingleKeys } from '../singleKeys.ts'
import { keyOverview } from './keyOverview.ts'
import './KeysDialog.css'

type KeysDialogProps = { readonly isOpen: boolean; readonly mayWrite: boolean; readonly onClose: () => void }

/** All keys on one page. */
export function KeysDialog({ isOpen, mayWrite, onClose }: KeysDialogProps) {
  const t = useTexts()
  const withSingle = useSingleKeys()
  return (
    <Dialog isOpen={isOpen} wide onClose={onClose} title={t('arranging:keysTitle')}>
      {!withSingle && <p className="hint">{t('keys:keysOff')}</p>}
      <div className="keys-dialog">
        {keyOverview(t, mayWrite, withSingle).map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ what, keys }) => (
                <div key={what}>
                  <dt>
                    {keys.map((chord, at) => (
                      <Fragment key={chord.join()}>
                        {at > 0 && <span className="keys-or"> {t('keys:keyOr')} </span>}
                        {chord.map((key, part) => (
                          <Fragment key={key}>
                            {part > 0 && ' + '}
                            <kbd>{key}</kbd>
                          </Fragment>
                        ))}
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
