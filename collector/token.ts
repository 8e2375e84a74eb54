import { createHash, timingSafeEqual } from 'node:crypto'

/** Below 16 characters a token can be guessed. */
const MIN_LENGTH = 16
/** What RFC 6750 lets a bearer token consist of. */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/
const BEARER = /^Bearer +([^ ]+)$/i

const hash = (text: string) => createHash('sha256').update(text).digest()

/** Answers whether an Authorization header carries a token that may deliver. */
export type Gate = (authorization: string | undefined) => boolean

/**
 * @param list tokens, separated by commas; more than one while a token is being replaced
 * @returns the gate, or a sentence saying what is wrong with the list, which never repeats a token
 */
export function tokenGate(list: string | undefined): Gate | string {
  const tokens = (list ?? '').split(',').map((token) => token.trim())
  if (tokens.every((token) => token === ''))
    return 'WAYMARK_TOKEN is not set: it holds the tokens browsers deliver with, separated by commas.'
  for (const [index, token] of tokens.entries()) {
    if (token.length < MIN_LENGTH) return `WAYMARK_TOKEN: token ${index + 1} is shorter than ${MIN_LENGTH} characters.`
    if (!TOKEN.test(token)) return `WAYMARK_TOKEN: token ${index + 1} holds a character other than letters, digits and . _ ~ + / - =`
  }
  const hashes = tokens.map(hash)
  return (authorization = '') => {
    const [, given] = BEARER.exec(authorization) ?? []
    if (given === undefined) return false
    // Hashes have one length and every one is compared, so the time taken says nothing about any token.
    const sent = hash(given)
    return hashes.map((known) => timingSafeEqual(known, sent)).includes(true)
  }
}
