import { expect, test } from 'vitest'
import { INTERFACE_WORDS } from '../../../lib/mask/lexicon.ts'
import { isInterfaceIdentifier } from '../../../lib/mask/identifier.ts'

test('each word can be found: in small letters, without anything an identifier is split at', () => {
  for (const word of INTERFACE_WORDS) {
    expect(word).toMatch(/^[a-z]+$/)
    expect([word, isInterfaceIdentifier(word)]).toEqual([word, true])
  }
})

test('nothing in it is a common given name, which an identifier may well carry', () => {
  // prettier-ignore
  const names = [
    'james', 'mary', 'john', 'anna', 'peter', 'maria', 'ali', 'mohammed', 'wei', 'ana', 'jose', 'mark', 'max', 'grant', 'rose', 'art', 'bill',
    'will', 'may', 'june', 'april', 'grace', 'hope', 'frank', 'dean', 'miles', 'carol', 'pat', 'sue', 'jack', 'chase', 'dale', 'lane', 'ray',
    'rob', 'drew', 'christian', 'joy', 'faith', 'mat', 'nick', 'don', 'guy', 'bob', 'gene', 'young', 'long', 'king', 'lee', 'kim',
  ]
  expect(names.filter((name) => INTERFACE_WORDS.has(name))).toEqual([])
})
