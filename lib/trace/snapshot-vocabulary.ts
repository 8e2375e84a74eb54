/** Words and limits of a snapshot, as plain constants: page code loads this file, where zod would cost 22 KiB. */

/** What an input can be. Hidden ones are left out of a snapshot: nobody sees them, and they carry tokens. */
// prettier-ignore
export const INPUT_TYPES = [
  'text', 'search', 'email', 'tel', 'url', 'number', 'password', 'date', 'month', 'week', 'time', 'datetime-local', 'color', 'range',
  'checkbox', 'radio', 'file', 'submit', 'button', 'reset', 'image',
] as const
export type InputType = (typeof INPUT_TYPES)[number]

/**
 * Why a part of the page is not in a snapshot: it lies too `depth`, there were too many `nodes` or `texts`, it was not a node as it
 * should be (`invalid`), or nothing in the page answers to it any more (`unreadable`).
 */
export const SNAPSHOT_DROPS = ['depth', 'nodes', 'texts', 'invalid', 'unreadable'] as const
export type SnapshotDrop = (typeof SNAPSHOT_DROPS)[number]

export const SNAPSHOT_LIMITS = {
  /** Twice the page that the budgets are measured on; what is beyond it is left out. */
  nodes: 10_000,
  /** Pages of applications stay under 60 levels; the parser itself stops at 512. */
  depth: 100,
  /** Judging a text is the costly part: every other node of a large page may have one. */
  texts: 5000,
  /** Largest coordinate and size worth believing, in CSS px; beyond it a page plays tricks. A multiple of every step. */
  px: 1_000_000,
} as const
