import type { ProblemCode } from './problem-codes.ts'

/** RFC 1035 limits, in characters. */
const MAX_HOST = 253
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** 127.0.0.0/8 as browsers print it: four decimal numbers without leading zeros. */
const LOOPBACK_V4 = /^127(?:\.(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])){3}$/

/** The machine itself, where plain http cannot be overheard. */
export function isLoopback(host: string): boolean {
  return isLoopbackAddress(host) || host === 'localhost' || host.endsWith('.localhost')
}

/** Loopback in numbers: the only addresses a policy may name. */
export function isLoopbackAddress(host: string): boolean {
  return host === '[::1]' || LOOPBACK_V4.test(host)
}

/**
 * What is wrong with a host name, or null. Stricter than browsers: they would rewrite upper case, percent signs, short and
 * octal IPv4 forms or other scripts, and a person reading the policy would see another host than the one that is meant.
 */
export function hostProblem(host: string): ProblemCode | null {
  if (isLoopbackAddress(host)) return null
  if (host.startsWith('[')) return 'ip-address'
  if (/[^ -~]/u.test(host)) return 'homograph'
  const labels = host.split('.')
  if (host.length > MAX_HOST || !labels.every((label) => LABEL.test(label))) return 'not-canonical'
  if (labels.some((label) => label.startsWith('xn--'))) return 'punycode'
  // URL standard, "ends in a number": such a host is an IPv4 address in some notation, or nothing.
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return 'ip-address'
  return null
}
