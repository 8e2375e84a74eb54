/** Tokens and challenges that the collector gives out and knows again: signed by itself, so that neither has to be stored. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Deliveries are a quarter of an hour apart, so a browser asks for a token once an hour and not at each. What is stolen is worth nothing
 * without the key that goes with it, and a revocation is looked up at each batch: neither waits for the end of a token.
 */
export const TOKEN_SECONDS = 3600
/** A challenge is answered at once: two slow lines and a busy machine are in this minute. */
const CHALLENGE_SECONDS = 60

/** `key` signs; `now` in ms since 1970. */
export function ticketOffice(key: Uint8Array, now: () => number) {
  /** Answered challenges and when each ends, oldest first: each is taken once. */
  const answered = new Map<string, number>()

  function sign(kind: 'token' | 'challenge', subject: string, seconds: number): string {
    const text = `${kind}.${subject}.${Math.floor(now() / 1000) + seconds}`
    return `${text}.${macOf(text)}`
  }

  /** Whom a ticket is for, or null where it is none of ours or its time is over. */
  function read(kind: 'token' | 'challenge', ticket: string): string | null {
    const [, text = '', said, subject = '', until, mac = ''] =
      /^((token|challenge)\.([0-9a-f-]{1,40})\.(\d{1,12}))\.([\w-]{43})$/.exec(ticket) ?? []
    if (said !== kind || !timingSafeEqual(Buffer.from(macOf(text)), Buffer.from(mac))) return null
    return now() < Number(until) * 1000 ? subject : null
  }

  function macOf(text: string): string {
    return createHmac('sha256', key).update(text).digest('base64url')
  }

  return {
    token: (credential: string): string => sign('token', credential, TOKEN_SECONDS),
    /** The credential a token was given to. */
    credentialOf: (token: string): string | null => read('token', token),
    challenge: (): string => sign('challenge', randomBytes(16).toString('hex'), CHALLENGE_SECONDS),
    /** Whether it is a challenge of the last minute that nobody has answered yet; from now on somebody has. */
    isAnswered(challenge: string): boolean {
      const subject = read('challenge', challenge)
      for (const [old, end] of answered) {
        if (end > now()) break
        answered.delete(old)
      }
      if (subject === null || answered.has(subject)) return false
      answered.set(subject, now() + CHALLENGE_SECONDS * 1000)
      return true
    },
  }
}
export type Tickets = ReturnType<typeof ticketOffice>
