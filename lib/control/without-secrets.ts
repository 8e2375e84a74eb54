/** What lets a browser in at its collector says nothing of the person, and whoever has it could use it. Pure. */
const SECRET = /token|secret|credential|^key$/i
const HIDDEN = '…'

/** The same, with a mark in place of every value that is a secret by its name, however deep. */
export function withoutSecrets(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, SECRET.test(name) ? HIDDEN : hidden(each)]))
}

function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden)
  return typeof value === 'object' && value !== null ? withoutSecrets({ ...value }) : value
}
