/** Shown in a page; a policy of 500 entries is about 60 KB. */
const MAX_CHARACTERS = 200_000
const HIDDEN = '…'
const isSecret = (key: string) => key === 'token' || key === 'joinSecret'

/**
 * The managed value for an administrator's eyes, without token and join secret, also where one was misspelt, or put in the place of the
 * object around it: they are secrets even of the person.
 */
export function asRead(raw: unknown): string {
  const hide = (key: string, value: unknown) => (isSecret(key) ? HIDDEN : key === 'collector' ? withoutSecrets(value) : value)
  return (JSON.stringify(raw, hide, 2) ?? '{}').slice(0, MAX_CHARACTERS)
}

function withoutSecrets(collector: unknown): unknown {
  if (typeof collector !== 'object' || collector === null || Array.isArray(collector)) return HIDDEN
  const shown = ([key, value]: [string, unknown]) => [key, mayShow(key, value) ? value : HIDDEN]
  return Object.fromEntries(Object.entries(collector).map(shown))
}

/** A password or token may have been put into the address. */
function mayShow(key: string, value: unknown): boolean {
  if (key === 'url') return typeof value === 'string' && !/[@?#]/.test(value)
  return key === 'flushMinutes' && typeof value === 'number'
}
