/** Secrets as they look on screen, each made up anew: numbers that pass their checks, and keys in the shape that services give them. */
import { randomBytes, randomInt } from 'node:crypto'

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('')

function luhnDigit(body: string): number {
  let sum = 0
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]) * (2 - (i % 2))
    sum += digit > 9 ? digit - 9 : digit
  }
  return (10 - (sum % 10)) % 10
}

/** A card number that passes Luhn's check. */
export function card(prefix: string, length: number): string {
  const body = prefix + digits(length - 1 - prefix.length)
  return body + String(luhnDigit(body))
}

/** An IBAN whose check digits are right; `letters` stand in front of the account, as in GB. */
export function iban(country: string, length: number, letters = ''): string {
  const account = letters + digits(length - 4 - letters.length)
  let rest = 0
  for (const char of `${account}${country}00`) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return `${country}${String(98 - rest).padStart(2, '0')}${account}`
}

/** A telephone number of ten digits after the country, the first of them no zero. */
export const phone = (country: string) => `${country}${randomInt(2, 10)}${digits(9)}`

/** A signed token that says whose it is. */
export function jwt(subject: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: subject })}.${randomBytes(32).toString('base64url')}`
}

/** Letters and digits as keys have them. */
export const alphanumeric = (length: number) => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}

export const hex = (bytes: number) => randomBytes(bytes).toString('hex')
export const number = digits
