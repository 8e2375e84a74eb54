import { describe, expect, test } from 'vitest'
import { fieldKind, isSecret, type FieldFacts } from '../../../lib/mask/field.ts'
import { FIELD_KINDS, SECRET_FIELD_KINDS, type FieldKind } from '../../../lib/trace/vocabulary.ts'

const facts = (change: Partial<FieldFacts>): FieldFacts => ({
  tag: 'input',
  type: 'text',
  autocomplete: '',
  inputMode: '',
  words: '',
  pattern: '',
  boxes: 0,
  richText: false,
  onceSecret: false,
  ...change,
})

describe('a field is secret', () => {
  test.each<[Partial<FieldFacts>, FieldKind]>([
    [{ type: 'password' }, 'password'],
    [{ onceSecret: true }, 'password'],
    [{ onceSecret: true, type: 'email', autocomplete: 'email', words: 'email' }, 'password'],
    [{ autocomplete: 'current-password' }, 'password'],
    [{ autocomplete: 'section-a shipping new-password webauthn' }, 'password'],
    [{ autocomplete: 'NEW-PASSWORD' }, 'password'],
    [{ autocomplete: 'one-time-code' }, 'one-time-code'],
    [{ autocomplete: 'email one-time-code' }, 'one-time-code'],
    [{ autocomplete: 'cc-number' }, 'card'],
    [{ autocomplete: 'billing cc-csc' }, 'card'],
    [{ autocomplete: 'cc-anything-new' }, 'card'],
    [{ autocomplete: 'email', words: 'password' }, 'password'],
    [{ tag: 'textarea', words: 'secret' }, 'password'],
    [{ richText: true, words: 'passphrase' }, 'password'],
  ])('by what is declared: %j', (change, kind) => {
    expect(fieldKind(facts(change))).toBe(kind)
  })

  test.each<[string, FieldKind]>([
    ['password', 'password'],
    ['userPassword', 'password'],
    ['user_passwd', 'password'],
    ['pwd', 'password'],
    ['Passwort', 'password'],
    ['mot-de-passe', 'password'],
    ['contraseña', 'password'],
    ['client_secret', 'password'],
    ['otp', 'one-time-code'],
    ['otpCode', 'one-time-code'],
    ['user_otp', 'one-time-code'],
    ['otp-1', 'one-time-code'],
    ['otp1', 'one-time-code'],
    ['OTP_INPUT', 'one-time-code'],
    ['oneTimeCode', 'one-time-code'],
    ['totp', 'one-time-code'],
    ['2fa', 'one-time-code'],
    ['smsTan', 'one-time-code'],
    ['tan_number', 'one-time-code'],
    ['verification_code', 'one-time-code'],
    ['pin', 'pin'],
    ['user_pin', 'pin'],
    ['userPin', 'pin'],
    ['pin1', 'pin'],
    ['PIN-Code', 'pin'],
    ['ssn', 'pin'],
    ['applicant_ssn', 'pin'],
    ['ssnLast4', 'pin'],
    ['cardNumber', 'card'],
    ['card_no', 'card'],
    ['ccnum', 'card'],
    ['cvc', 'card'],
    ['cvv2', 'card'],
    ['card_cvv', 'card'],
    ['cvvInput', 'card'],
    ['cardCvc', 'card'],
    ['iban', 'card'],
    ['iban_number', 'card'],
    ['debitorIban', 'card'],
    ['account_number', 'card'],
  ])('by the word %j, in whatever way it is written', (word, kind) => {
    for (const words of [word, `form-${word}`, `${word} Please enter`, ` login ${word}`])
      expect([words, fieldKind(facts({ words }))]).toEqual([words, kind])
  })
})

describe('a field that is no secret', () => {
  test.each<[Partial<FieldFacts>, FieldKind]>([
    [{}, 'text'],
    [{ type: 'search' }, 'search'],
    [{ type: 'email', words: 'search' }, 'email'],
    [{ type: 'datetime-local' }, 'date'],
    [{ inputMode: 'search' }, 'search'],
    [{ tag: 'textarea', words: 'email' }, 'multiline'],
    [{ richText: true, words: 'email' }, 'rich-text'],
    [{ autocomplete: 'shipping street-address', words: 'city' }, 'address'],
    [{ autocomplete: 'off', words: 'first_name' }, 'given-name'],
    [{ words: 'lastName' }, 'family-name'],
    [{ words: 'e-mail' }, 'email'],
    [{ words: 'q' }, 'search'],
    [{ words: 'user_tel' }, 'tel'],
    [{ words: 'PLZ' }, 'postal-code'],
    // Words that only contain the letters of a secret one.
    [{ words: 'spinner shopping' }, 'text'],
    [{ words: 'opinion' }, 'text'],
    [{ words: 'passenger' }, 'text'],
    [{ words: 'compass' }, 'text'],
  ])('keeps the kind it is meant to hold: %j', (change, kind) => {
    expect(fieldKind(facts(change))).toBe(kind)
  })
})

test('the secret kinds are those of which nothing else is kept', () => {
  expect(FIELD_KINDS.filter(isSecret)).toEqual([...SECRET_FIELD_KINDS])
})
