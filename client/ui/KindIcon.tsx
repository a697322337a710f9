import type { NoteKind } from '#shared/template.ts'
import { Icon } from './Icon.tsx'

type KindIconProps = { readonly kind: NoteKind; readonly size?: number | undefined }

export function KindIcon({ kind, size }: KindIconProps) {
  return <Icon name={kind.icon} size={size} />
}
