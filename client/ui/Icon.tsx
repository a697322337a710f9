import * as lucide from 'lucide-react'
import './Icon.css'

/** Every icon of the house. Shapes never stand alone: a word or an accessible name is beside them. */
const shapes = {
  archive: lucide.Archive,
  'archive-restore': lucide.ArchiveRestore,
  'arrow-down': lucide.ArrowDown,
  'arrow-left': lucide.ArrowLeft,
  'arrow-right': lucide.ArrowRight,
  'arrow-up': lucide.ArrowUp,
  bold: lucide.Bold,
  bookmark: lucide.Bookmark,
  'bookmark-minus': lucide.BookmarkMinus,
  calendar: lucide.Calendar,
  check: lucide.Check,
  'chevron-down': lucide.ChevronDown,
  'chevron-left': lucide.ChevronLeft,
  'chevron-right': lucide.ChevronRight,
  'chevron-up': lucide.ChevronUp,
  'circle-alert': lucide.CircleAlert,
  'circle-check': lucide.CircleCheck,
  'circle-dashed': lucide.CircleDashed,
  'circle-pause': lucide.CirclePause,
  'circle-question-mark': lucide.CircleQuestionMark,
  'circle-x': lucide.CircleX,
  'corner-up-right': lucide.CornerUpRight,
  copy: lucide.Copy,
  'diamond-minus': lucide.DiamondMinus,
  download: lucide.Download,
  ellipsis: lucide.Ellipsis,
  'file-text': lucide.FileText,
  flag: lucide.Flag,
  group: lucide.Group,
  hand: lucide.Hand,
  history: lucide.History,
  hourglass: lucide.Hourglass,
  inbox: lucide.Inbox,
  info: lucide.Info,
  italic: lucide.Italic,
  keyboard: lucide.Keyboard,
  languages: lucide.Languages,
  layers: lucide.Layers,
  'layout-grid': lucide.LayoutGrid,
  link: lucide.Link,
  'link-2': lucide.Link2,
  list: lucide.List,
  'list-filter': lucide.ListFilter,
  'list-ordered': lucide.ListOrdered,
  lock: lucide.Lock,
  'lock-open': lucide.LockOpen,
  'log-out': lucide.LogOut,
  maximize: lucide.Maximize,
  merge: lucide.Merge,
  'message-square': lucide.MessageSquare,
  'message-square-warning': lucide.MessageSquareWarning,
  minus: lucide.Minus,
  monitor: lucide.Monitor,
  pencil: lucide.Pencil,
  plus: lucide.Plus,
  presentation: lucide.Presentation,
  'qr-code': lucide.QrCode,
  'redo-2': lucide.Redo2,
  'refresh-cw': lucide.RefreshCw,
  search: lucide.Search,
  'shield-check': lucide.ShieldCheck,
  signpost: lucide.Signpost,
  split: lucide.Split,
  'square-check': lucide.SquareCheck,
  'sticky-note': lucide.StickyNote,
  tag: lucide.Tag,
  'triangle-alert': lucide.TriangleAlert,
  'undo-2': lucide.Undo2,
  unlink: lucide.Unlink,
  'user-round': lucide.UserRound,
  users: lucide.Users,
  'wifi-off': lucide.WifiOff,
  x: lucide.X,
  'zoom-in': lucide.ZoomIn,
} satisfies Record<string, lucide.LucideIcon>

export type IconName = keyof typeof shapes

type IconProps = {
  readonly name: IconName
  readonly size?: number | undefined
  readonly className?: string | undefined
}

/** A lucide icon, hidden from screen readers. Without `size` it is 1.25 em, as large as the text beside it. */
export function Icon({ name, size, className }: IconProps) {
  const Shape = shapes[name]
  return (
    <Shape
      className={className ? `i ${className}` : 'i'}
      {...(size ? { style: { width: size, height: size } } : {})}
      strokeWidth={size && size < 18 ? 2 : 1.75}
      aria-hidden
      focusable={false}
    />
  )
}
