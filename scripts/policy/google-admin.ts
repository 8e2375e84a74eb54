import type { Kit } from './kit.ts'

/** What is pasted into "Policy for extensions" of the Google Admin console: each top-level key in an object of its own. */
export function googleAdminPolicy({ settings }: Kit): object {
  return Object.fromEntries(Object.entries(settings).map(([key, value]: [string, unknown]) => [key, { Value: value }]))
}
