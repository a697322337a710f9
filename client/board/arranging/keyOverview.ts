import type { Translate } from '../../ui/translator.ts'

/** What keys do. `keys`: ways to the same end, each of keys that are pressed together. */
export type KeyLine = { readonly what: string; readonly keys: readonly (readonly string[])[] }
export type KeyPart = { readonly title: string; readonly lines: readonly KeyLine[] }

/** The keys of a board page; those without Ctrl only while they are on. */
export const keyOverview = (t: Translate, mayWrite: boolean, withSingle: boolean): readonly KeyPart[] => {
  const ctrl = t('arranging:keyCtrl')
  const shift = t('arranging:keyShift')
  const enter = t('arranging:keyEnter')
  const single = (line: KeyLine): readonly KeyLine[] => (withSingle ? [line] : [])
  const parts: readonly KeyPart[] = [
    {
      title: t('arranging:keysWrite'),
      lines: mayWrite
        ? [
            ...single({ what: t('arranging:doWrite'), keys: [['N']] }),
            { what: t('arranging:doEdit'), keys: [[enter], ['F2']] },
            { what: t('arranging:doNext'), keys: [[t('arranging:keyTab')]] },
            { what: t('arranging:doBelow'), keys: [[ctrl, enter]] },
            { what: t('arranging:doEnd'), keys: [[t('arranging:keyEscape')]] },
          ]
        : [],
    },
    {
      title: t('arranging:keysGo'),
      lines: [
        { what: t('arranging:doGo'), keys: [[t('arranging:keyArrows')]] },
        { what: t('arranging:doEnds'), keys: [[t('arranging:keyHome')], [t('arranging:keyEnd')]] },
        { what: t('arranging:doMenu'), keys: [[t('arranging:keyMenu')], [shift, 'F10']] },
        { what: t('arranging:doLarge'), keys: [[shift, enter]] },
        ...single({ what: t('arranging:doWhole'), keys: [['0']] }),
      ],
    },
    {
      title: t('arranging:keysChange'),
      lines: mayWrite
        ? [
            ...single({ what: t('arranging:doMove'), keys: [['M']] }),
            ...single({ what: t('arranging:doKind'), keys: [['1'], ['2'], ['3 …']] }),
            { what: t('arranging:doTray'), keys: [[t('arranging:keyDelete')]] },
            { what: t('arranging:doChoose'), keys: [[shift, t('arranging:keyArrows')]] },
            { what: t('arranging:doChooseAll'), keys: [[ctrl, 'A']] },
          ]
        : [],
    },
    {
      title: t('arranging:keysAll'),
      lines: [
        ...(mayWrite
          ? [
              { what: t('arranging:doUndo'), keys: [[ctrl, 'Z']] },
              { what: t('arranging:doRedo'), keys: [[ctrl, shift, 'Z']] },
            ]
          : []),
        ...single({ what: t('arranging:doSearch'), keys: [['/']] }),
        { what: t('arranging:doNextHit'), keys: [['F3']] },
        ...single({ what: t('arranging:doKeys'), keys: [['?']] }),
      ],
    },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}
