/** Rules of `lib/mask`: which text, which address and which field. */
import type { Mutation } from './mutation.ts'

const judge = 'lib/mask/text.ts'

export const MASKING_RULES: Mutation[] = [
  {
    rule: 'a name is made of words of interfaces',
    file: judge,
    from: 'const known = (word: string) => isWord(word)',
    to: 'const known = (word: string) => true || isWord(word)',
    guards: ['P19', 'accessible name'],
    preset: 'interface',
  },
  {
    rule: 'all words of a name are known, not one of them',
    file: judge,
    from: "rest.split(' ').some((word) => word !== '' && !known(word))",
    to: "rest.split(' ').every((word) => word !== '' && !known(word))",
    guards: ['P22', 'split and encoded text'],
    preset: 'interface',
  },
  {
    rule: 'numbers in a name are small counters',
    file: judge,
    from: 'const COUNTER = /^[0-9]{1,2}$/',
    to: 'const COUNTER = /^[0-9]+$/',
    guards: ['split and encoded text', 'P18'],
    preset: 'interface',
  },
  {
    rule: 'an echo of what was typed is masked',
    file: 'lib/mask/echo.ts',
    from: "if (label.joined === '') return false",
    to: 'if (label) return false',
    guards: ['echo of typing'],
    preset: 'public',
  },
  {
    rule: 'an echo in a longer word or turned round is masked',
    file: 'lib/mask/echo-match.ts',
    from: '(joined.includes(typed) || joined.includes(reversed(typed)))',
    to: 'false',
    guards: ['echo of typing'],
    preset: 'public',
  },
  {
    rule: 'detectors look at the text',
    file: judge,
    from: 'if (forms.some((form) => detect(form) !== null))',
    to: 'if (detect(read) === detect(plain) && Date.now() < 0)',
    guards: ['P18'],
    preset: 'public',
  },
  {
    rule: 'fields that ask for secrets are secret by their words',
    file: 'lib/mask/field.ts',
    from: 'if (secret) return secret',
    to: '',
    guards: ['password reveal', 'P23'],
    preset: 'interface',
  },
  {
    rule: 'parts of an address are words of interfaces or nothing',
    file: 'lib/mask/route.ts',
    from: 'TWO_WORDS.test(segment) && isInterfaceIdentifier(segment)',
    to: 'TWO_WORDS.test(segment)',
    guards: ['page address'],
    preset: 'interface',
  },
  {
    rule: 'identifiers are made of words of interfaces',
    file: 'lib/mask/identifier.ts',
    from: 'return words.every((word) => INTERFACE_WORDS.has(word.toLowerCase()))',
    to: 'return true',
    guards: ['identifiers'],
    preset: 'interface',
  },
]
