/** What chosen notes would become. */
export const merge = {
  title: 'So stünde es im Plenum',
  from: 'Aus {{notes}}.',
  levels: 'Ebenen: {{levels}}.',
  hint: 'Den Wortlaut können Sie danach gemeinsam ändern.',
} as const
