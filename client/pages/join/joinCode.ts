/** What people type: 482 173, 482-173. Long codes from links may hold dashes of their own. */
export const cleanCode = (typed: string): string => {
  const code = typed.replace(/\s+/g, '')
  const digits = code.replace(/[-–—.]/g, '')
  return /^\d+$/.test(digits) ? digits : code
}

/** 482173 → 482 173, with a space that does not break. */
export const codeText = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1\u00a0$2')
