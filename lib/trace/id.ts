/** The 12 bits after the version (RFC 9562 §6.2, method 1): ids of one day in the order in which they were made. */
const COUNTER = 0x1000
const DAY_MS = 86_400_000

/**
 * Time-ordered id, UUID version 7 (RFC 9562 §5.7): 48 bits of ms since 1970, the rest random.
 * @param now ms since 1970
 * @param counter puts ids of the same time in order; without it they are in none
 */
export function newId(now: number, counter = Math.floor(Math.random() * COUNTER)): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setUint32(0, Math.floor(now / 0x10000))
  new DataView(bytes.buffer).setUint16(4, now % 0x10000)
  new DataView(bytes.buffer).setUint16(6, 0x7000 + (counter % COUNTER))
  return uuidOf(bytes)
}

/** An id of the day only: with the moment, it would say when somebody works. */
export function newDayId(now: number, counter?: number): string {
  return newId(now - (now % DAY_MS), counter)
}

/** When an id of version 7 was made, ms since 1970. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/** An id of the same time and counter as `parent`; the rest is a hash of it and of `part`, so the same part has the same id. */
export async function childId(parent: string, part: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${parent} ${part}`)))
  const bytes = hash.slice(0, 16)
  bytes.set(Uint8Array.from(parent.replaceAll('-', '').slice(0, 16).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
  return uuidOf(bytes)
}

/** 16 bytes as an id; sets the variant (RFC 9562 §4.1), and the version where it is not set already. */
export function uuidOf(bytes: Uint8Array, version?: number): string {
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  if (version !== undefined) bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
