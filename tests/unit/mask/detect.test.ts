import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DETECTORS, detect, type Detector } from '../../../lib/mask/detect.ts'

/** Made here, so that no key stands in the repository, not even an invented one. */
const letters = (length: number) =>
  randomBytes(length * 3)
    .toString('base64')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, length)
    .padEnd(length, 'x')
const base64url = (text: string) => Buffer.from(text).toString('base64url')
const jwt = [base64url('{"alg":"HS256"}'), base64url('{"sub":"1"}'), randomBytes(32).toString('base64url')].join('.')

const FOUND: Record<Detector, string[]> = {
  'key-file': ['-----BEGIN RSA PRIVATE KEY-----', '-----END PRIVATE KEY-----', `ssh-rsa AAAA${letters(20)}`, '—————BEGIN PRIVATE KEY'],
  jwt: [jwt, jwt.slice(0, 20)],
  'service-key': [
    ...['AKIA', 'ASIA'].map((prefix) => prefix + letters(16).toUpperCase()),
    ...['AIza', 'ya29.', 'GOCSPX-', 'ghp_', 'gho_', 'ghs_', 'github_pat_', 'glpat-', 'xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'npm_', 'hf_'].map(
      (prefix) => prefix + letters(24),
    ),
    ...['sk_live_', 'sk_test_', 'rk_live_', 'whsec_', 'pypi-', 'SG.', 'shpat_', 'sq0atp-', 'dop_v1_', 'hvs.', 'PMAK-', 'ATATT3'].map(
      (prefix) => prefix + letters(24),
    ),
    `sk-1${letters(30)}`,
    `sk-proj-${letters(8)}1${letters(20)}`,
    `https://hooks.slack.com/services/T${letters(8)}`,
    `https://example.com/api/webhooks/${letters(8)}`,
  ],
  authorization: ['Bearer a1', `bearer ${letters(24)}`, 'Authorization: Bearer x7f', 'Basic dXNlcjpwYXNz='],
  credential: [
    'password: x',
    'Password = hunter',
    'token=abc',
    'accessToken: abc',
    '"api_key": "abc"',
    'api key: abc',
    'client_secret=abc',
    'PIN 1234',
    'PIN: 12',
    'CVV: 123',
    'session id: abc',
    'Kennwort: geheim',
    'contraseña: secreta',
    'пароль: тест',
    'パスワード：x',
    '密码：x',
    'pass\u200bword: x',
  ],
  'url-data': [
    'https://user@example.com',
    'https://u:p@example.com/',
    'https://example.com/?q=1',
    'https://example.com/?1',
    'page?id=5',
    '&page=',
  ],
  email: [
    'jane@example.com',
    'jane.doe+list@mail.example.co.uk',
    'jörg@müller.example',
    '用户@例子.公司',
    'пользователь@почта.рф',
    'jane@localhost',
    'jane＠example.com',
    'jane @ example.com',
    'ja\u00adne@exam\u200bple.com',
    'jane (at) example.com',
    'jane[at]example[dot]com',
    'jane at example dot com',
    'jane%40example.com',
  ],
  'network-address': [
    '10.0.0.1',
    '192.168.1.254:8080',
    'fe80::1',
    '::1',
    '2001:db8::',
    '2001:db8:0:0:1:0:0:1',
    '2001:db8::8a2e:370:7334',
    '00:1a:2B:3c:4d:5e',
    '00-1A-2B-3C-4D-5E',
    '001a.2b3c.4d5e',
  ],
  iban: [
    'DE89 3704 0044 0532 0130 00',
    'DE89370400440532013000',
    'GB29-NWBK-6016-1331-9268-19',
    'nl91 abna 0417 1643 00',
    'NO93\u00a08601\u20091117\u202f947',
    'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
  ],
  card: [
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '4111–1111–1111–1111',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111\u200b1111\u20601111\ufeff1111',
    '４１１１ １１１１ １１１１ １１１１',
    '٤١١١ ١١١١ ١١١١ ١١١١',
    '۴۱۱۱۱۱۱۱۱۱۱۱۱۱۱۱',
    '४१११ ११११ ११११ ११११',
    '\u202e4111 1111 1111 1111\u202c',
    '3782 822463 10005',
    '4111 1111 1111 1111 12/27',
    '12 4111 1111 1111 1111',
  ],
  hex: [
    '550e8400-e29b-41d4-a716-446655440000',
    'urn:uuid:550E8400-E29B-41D4-A716-446655440000',
    'deadbeefcafe0123',
    `id${'0f'.repeat(20)}`,
  ],
  'random-token': ['aB3dE9xYz1Qw4Rt7', 'q7w2e9r4t1y6u3i8', '9f-Xk2Lm_4Qz7Bw1Rt', 'RSSMRA85T10A562S'],
  'long-number': [
    '650 253 0000',
    '(650) 253-0000',
    '+49 (0)30 / 901 820',
    '06.12.34.56.78',
    '555-1234',
    '123-45-6789',
    '1980-01-31',
    '31.01.1980',
    '12 34 567',
    '03ー1234ー5678',
    '6\u20e35\u20e30\u20e3 2\u20e35\u20e33\u20e3 0\u20e3',
    '⑥⑤⓪ ②⑤③ ⓪',
    '1 2 3 4 5 6 7',
  ],
  'digit-run': ['12345', '#90210', 'EMP00417', '１２３４５', '12\u200b345', '1\u03012345'],
}

describe('inside a sentence', () => {
  const cases = DETECTORS.flatMap((name) => FOUND[name].map((text) => ({ name, text })))
  test.each(cases)('$name is found: $text', ({ name, text }) => {
    expect(detect(text)).toBe(name)
    expect(detect(`Please use ${text} for this`)).toBe(name)
    expect(detect(`(${text})`)).toBe(name)
    expect(detect(`Zürich, ${text}. Then go on`)).toBe(name)
  })
})

test('long texts made to be slow come to an end', () => {
  // prettier-ignore
  const ATOMS = [
    '\u0315\u0300', '1', '1 ', 'eyJ', '://a', 'a@', 'a(at)', 'bearer a', 'basic ', 'AA11', '00000000-0000-', 'f:', '(2024)', '?a', '\ud800',
  ]
  // Quadratic work on this much would take minutes; the limit of the test is the limit that matters.
  expect(ATOMS.map((atom) => detect(`${atom.repeat(200_000 / atom.length)} 12345`)).filter((found) => found === null)).toEqual([])
})
