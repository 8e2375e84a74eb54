import { createHash, timingSafeEqual } from 'node:crypto'

/** Below 16 characters a secret can be guessed. */
const MIN_LENGTH = 16
/** What RFC 6750 lets a bearer token consist of. */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/
const BEARER = /^Bearer +([^ ]+)$/i

const VARIABLES = {
  WAYMARK_TOKEN: { one: 'token', what: 'the tokens browsers deliver with' },
  WAYMARK_JOIN_SECRET: { one: 'join secret', what: 'the secrets browsers enrol with' },
} as const

const hash = (text: string) => createHash('sha256').update(text).digest()

/** What an Authorization header carries as a bearer; empty where it carries none. */
export const bearerIn = (authorization = ''): string => BEARER.exec(authorization)?.[1] ?? ''

/** Answers whether an Authorization header carries one of a list of secrets. */
export type Gate = (authorization: string | undefined) => boolean

/**
 * @param list secrets, separated by commas; more than one while one is being replaced
 * @returns them, or a sentence saying what is wrong with the list, which never repeats one
 */
export function secretsIn(variable: keyof typeof VARIABLES, list: string | undefined): string[] | string {
  const { one, what } = VARIABLES[variable]
  const secrets = (list ?? '').split(',').map((secret) => secret.trim())
  if (secrets.every((secret) => secret === '')) return `${variable} is not set: it holds ${what}, separated by commas.`
  for (const [index, secret] of secrets.entries()) {
    if (secret.length < MIN_LENGTH) return `${variable}: ${one} ${index + 1} is shorter than ${MIN_LENGTH} characters.`
    if (!TOKEN.test(secret)) return `${variable}: ${one} ${index + 1} holds a character other than letters, digits and . _ ~ + / - =`
  }
  return secrets
}

/** @param secrets with none of them the gate stays shut */
export function gateFor(secrets: readonly string[]): Gate {
  const hashes = secrets.map(hash)
  return (authorization) => {
    const given = bearerIn(authorization)
    if (given === '') return false
    // Hashes have one length and every one is compared, so the time taken says nothing about any secret.
    const sent = hash(given)
    return hashes.map((known) => timingSafeEqual(known, sent)).includes(true)
  }
}
