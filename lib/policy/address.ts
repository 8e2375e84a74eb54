import { invisibleProblem } from './characters.ts'
import { hostProblem, isLoopback } from './host.ts'
import type { ProblemCode } from './problem-codes.ts'

/**
 * What is wrong with the address of the collector or of the notice, or null. Only what the browser would print back
 * unchanged is taken, so that the host a person reads is the host that is asked.
 */
export function addressProblem(text: string, allow: { loopbackHttp: boolean; query: boolean }): ProblemCode | null {
  const invisible = invisibleProblem(text)
  if (invisible) return invisible
  const scheme = text.startsWith('https://') ? 'https' : text.startsWith('http://') ? 'http' : null
  if (!scheme) return 'scheme'
  const authority = text.slice(scheme.length + 3).split(/[/?#\\]/, 1)[0] ?? ''
  if (authority.includes('@')) return 'userinfo'
  if (!allow.query && /[?#]/.test(text)) return 'query-or-fragment'
  const host = authority.replace(/:[^\]]*$/, '')
  const hostFault = hostProblem(host)
  // Companies do run collectors on bare addresses of their own network; those are exact and unmistakable.
  if (hostFault && hostFault !== 'ip-address') return hostFault
  const url = URL.parse(text)
  // A sound host leaves the port as the only part that can be wrong.
  if (!url) return hostFault ?? 'port'
  if (scheme === 'http' && !(allow.loopbackHttp && isLoopback(host))) return 'http-off-loopback'
  // The empty path may be written with or without its slash.
  return url.href === text || url.href === `${text}/` ? null : 'not-canonical'
}
