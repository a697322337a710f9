import type { Translate } from '../../ui/translator.ts'

/** What keys do. `keys`: ways to the same end, each of keys that are pressed together. */
export type KeyLine = { readonly what: string; readonly keys: readonly (readonly string[])[] }
export type KeyPart = { readonly title: string; readonly lines: readonly KeyLine[] }

/** The keys of a board page; those without Ctrl only while they are on. */
export const keyOverview = (t: Translate, mayWrite: boolean, withSingle: boolean): readonly KeyPart[] => {
  const ctrl = t('keys:keyCtrl')
  const shift = t('keys:keyShift')
  const enter = t('keys:keyEnter')
  const single = (line: KeyLine): readonly KeyLine[] => (withSingle ? [line] : [])
  const parts: readonly KeyPart[] = [
    {
      title: t('keys:keysWrite'),
      lines: mayWrite
        ? [
            ...single({ what: t('keys:doWrite'), keys: [['N']] }),
            { what: t('keys:doEdit'), keys: [[enter], ['F2']] },
            { what: t('keys:doNext'), keys: [[t('keys:keyTab')]] },
            { what: t('keys:doBelow'), keys: [[ctrl, enter]] },
            { what: t('keys:doEnd'), keys: [[t('keys:keyEscape')]] },
          ]
        : [],
    },
    {
      title: t('keys:keysGo'),
      lines: [
        { what: t('keys:doGo'), keys: [[t('keys:keyArrows')]] },
        { what: t('keys:doEnds'), keys: [[t('keys:keyHome')], [t('keys:keyEnd')]] },
        { what: t('keys:doMenu'), keys: [[t('keys:keyMenu')], [shift, 'F10']] },
        { what: t('keys:doLarge'), keys: [[shift, enter]] },
        ...single({ what: t('keys:doWhole'), keys: [['0']] }),
      ],
    },
    {
      title: t('keys:keysChange'),
      lines: mayWrite
        ? [
            ...single({ what: t('keys:doMove'), keys: [['M']] }),
            ...single({ what: t('keys:doKind'), keys: [['1'], ['2'], ['3 …']] }),
            { what: t('keys:doTray'), keys: [[t('keys:keyDelete')]] },
            { what: t('keys:doChoose'), keys: [[shift, t('keys:keyArrows')]] },
            { what: t('keys:doChooseAll'), keys: [[ctrl, 'A']] },
          ]
        : [],
    },
    {
      title: t('keys:keysAll'),
      lines: [
        ...(mayWrite
          ? [
              { what: t('keys:doUndo'), keys: [[ctrl, 'Z']] },
              { what: t('keys:doRedo'), keys: [[ctrl, shift, 'Z']] },
            ]
          : []),
        ...single({ what: t('keys:doSearch'), keys: [['/']] }),
        { what: t('keys:doNextHit'), keys: [['F3']] },
        ...single({ what: t('keys:doKeys'), keys: [['?']] }),
      ],
    },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}
