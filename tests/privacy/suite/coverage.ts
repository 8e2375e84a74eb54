/** The ways a page's content can get out: every row of the leak matrix, and every defect found in other recorders. */

// prettier-ignore
export const ROWS = [
  'full snapshot', 'mutations', 'input events', 'value property and attribute', 'password reveal', 'textarea and contenteditable',
  'echo of typing', 'accessible name', 'placeholder and description', 'selector by text', 'identifiers', 'href and src', 'page address',
  'referrer, history, window.name', 'title', 'option text', 'radio, checkbox, button value', 'datalist and combobox', 'autofill', 'css',
  'svg', 'canvas and video', 'shadow dom', 'iframes', 'unlisted page', 'file input', 'drag and clipboard', 'keys', 'click sequences',
  'key timing', 'mouse path', 'screenshot pixels', 'errors and console', 'selection', 'undo history', 'clock and screen',
  'split and encoded text',
] as const

// prettier-ignore
export const DEFECTS = [
  'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17', 'P18', 'P19', 'P20',
  'P21', 'P22', 'P23', 'P24', 'P25', 'P26', 'P27', 'P28', 'P29', 'P30',
] as const

export type Covered = (typeof ROWS)[number] | (typeof DEFECTS)[number]
