import { expect, test } from 'vitest'
import { gateFor, secretsIn } from '../../../collector/token.ts'

test.each([
  ['nothing', undefined, 'is not set'],
  ['an empty text', '', 'is not set'],
  ['commas only', ' , ,', 'is not set'],
  ['a short token', 'fifteen-charact', 'token 1 is shorter than 16 characters'],
  ['an empty token beside a good one', 'a-good-token-0123456789,', 'token 2 is shorter'],
  ['a blank inside', 'a good token 0123456789', 'token 1 holds a character'],
  ['quotes', '"a-good-token-0123456789"', 'token 1 holds a character'],
  ['letters that are not ASCII', 'ä-good-token-0123456789', 'token 1 holds a character'],
])('a list of %s is refused in words that do not repeat it', (_, list, sentence) => {
  for (const variable of ['WAYMARK_TOKEN', 'WAYMARK_JOIN_SECRET'] as const) {
    const said = secretsIn(variable, list)
    expect(said).toContain(sentence.replace('token', variable === 'WAYMARK_TOKEN' ? 'token' : 'join secret'))
    expect(said).toContain(variable)
    expect(said).not.toContain('good')
  }
})

test('the gate opens for each listed token in a Bearer header and for nothing else', () => {
  const gate = gateFor([secretsIn('WAYMARK_TOKEN', 'the-old-token-0123456789, the-new-token-0123456789')].flat())
  const opens = ['Bearer the-old-token-0123456789', 'bearer   the-new-token-0123456789']
  // prettier-ignore
  const stays = [
    undefined, '', 'Bearer', 'Bearer ', 'the-old-token-0123456789', 'Bearer the-old-token-012345678', 'Bearer the-old-token-01234567890',
    'Bearer the-old-token-0123456789 x', 'Bearer the-old-token-0123456789,the-new-token-0123456789', 'Basic the-old-token-0123456789',
    'Bearer THE-OLD-TOKEN-0123456789',
  ]
  expect(opens.map(gate)).toEqual([true, true])
  expect(stays.filter(gate)).toEqual([])
})

test('a gate for nothing stays shut', () => {
  expect([undefined, '', 'Bearer ', 'Bearer the-old-token-0123456789'].filter(gateFor([]))).toEqual([])
})
