/** Secrets on screen: numbers, keys and addresses that a page shows to whoever is signed in, in the names of its controls. */
import type { Plant } from '../suite/canaries.ts'
import type { PrivacyPage } from '../suite/page.ts'
import { alphanumeric, card, hex, iban, jwt, number, phone } from '../suite/secrets.ts'

/** One control for each text, of each kind of element in turn. */
const ELEMENTS = [
  (text: string, id: string) => `<button id="${id}">${text}</button>`,
  (text: string, id: string) => `<a href="#" id="${id}">${text}</a>`,
  (text: string, id: string) => `<button id="${id}" aria-label="${text}">Open</button>`,
  (text: string, id: string) => `<h2 id="${id}">${text}</h2>`,
  (text: string, id: string) => `<div role="tab" tabindex="0" id="${id}">${text}</div>`,
  (text: string, id: string) => `<button id="${id}" title="${text}"></button>`,
]
const ids = (texts: readonly string[]) => texts.map((_, index) => `#s${index}`)
const controls = (texts: readonly string[]) =>
  texts.map((text, index) => ELEMENTS[index % ELEMENTS.length]?.(text, `s${index}`) ?? '').join('\n')

function secretPage(name: string, covers: PrivacyPage['covers'], texts: (plant: Plant) => string[]): PrivacyPage {
  let shown: string[] = []
  return {
    name,
    covers,
    body: (plant) => {
      shown = texts(plant)
      return `${controls(shown)}<button id="e">Copy</button>`
    },
    drive: ({ click }) => click(...ids(shown), '#e'),
    words: ['Copy'],
  }
}

const grouped = (value: string, size: number, joint: string) => value.match(new RegExp(`.{1,${size}}`, 'g'))?.join(joint) ?? value
/** Digits of other scripts and invisible characters between: what a reader does not tell apart. */
const fullWidth = (value: string) => value.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

export const SECRET_PAGES: PrivacyPage[] = [
  secretPage('card numbers, alone and in sentences', ['P18', 'split and encoded text'], (plant) => {
    const made = (prefix: string, length: number) => plant.digits('on-screen-secret', card(prefix, length))
    return [
      made('4', 16),
      grouped(made('52', 16), 4, ' '),
      grouped(made('4', 16), 4, '-'),
      `Visa ${grouped(made('4', 16), 4, ' ')} expires soon`,
      `Pay with ${made('37', 15)}`,
      grouped(made('6011', 16), 4, '\u00a0'),
      grouped(made('4', 16), 4, '.'),
      fullWidth(card('4', 16)),
      grouped(made('4', 16), 1, '\u200b'),
      `<b>${grouped(made('4', 16), 4, '</b> <b>')}</b>`.replace(/<\/?b>/g, ' '),
      made('4', 13),
      `Card: ${made('62', 19)}`,
    ]
  }),
  secretPage('account numbers', ['P18'], (plant) => {
    const made = (country: string, length: number, letters?: string) => plant.digits('on-screen-secret', iban(country, length, letters))
    return [
      made('DE', 22),
      grouped(made('FR', 27), 4, ' '),
      `Transfer to ${made('GB', 22, 'NWBK')}`,
      grouped(made('NL', 18, 'ABNA'), 4, ' '),
      made('ES', 24).toLowerCase(),
      `Account ${plant.digits('on-screen-secret', number(12))}`,
      `Routing ${plant.digits('on-screen-secret', number(9))}`,
    ]
  }),
  secretPage('mail addresses in every form', ['P18'], (plant) => {
    const name = () => plant('on-screen-secret')
    return [
      `${name()}@example.com`,
      `Signed in as ${name()}@mail.example.co.uk`,
      `${name()}.${name()}@example.museum`,
      `Reply to ${name()}@example.com now`,
      `&lt;${name()}@example.org&gt;`,
      `${name()} (at) example.com`,
      `${name()}@localhost`,
      `mailto:${name()}@example.com`,
      `${name().toUpperCase()}@EXAMPLE.COM`,
      `${name()}\u200b@example.com`,
      `${name()}＠example.com`,
      `${name()} [at] example [dot] com`,
    ]
  }),
  secretPage('telephone numbers and numbers of persons', ['P18'], (plant) => {
    const made = (value: string) => plant.digits('on-screen-secret', value)
    const us = made(phone('1'))
    return [
      `+${made(phone('49'))}`,
      `+${us.slice(0, 1)} (${us.slice(1, 4)}) ${us.slice(4, 7)}-${us.slice(7)}`,
      `Call ${grouped(made(phone('0')), 2, ' ')}`,
      grouped(made(phone('44')), 4, '.'),
      `SSN ${grouped(made(number(9)), 3, '-')}`,
      `Passport ${made(number(9))}`,
      `Order ${made(number(10))}`,
      `Patient ${made(`19${number(8)}`)}`,
      fullWidth(`+${phone('81')}`),
      grouped(made(phone('33')), 3, '/'),
    ]
  }),
  secretPage('keys and tokens of services', ['P18', 'P27', 'split and encoded text'], (plant) => {
    const made = (value: string) => plant.token('on-screen-secret', value)
    return [
      made(jwt(alphanumeric(12))),
      made(`AKIA${alphanumeric(16).toUpperCase()}`),
      `Token ${made(`ghp_${alphanumeric(36)}`)}`,
      made(`xoxb-${number(11)}-${alphanumeric(24)}`),
      made(`sk_live_${alphanumeric(24)}`),
      made(`AIza${alphanumeric(35)}`),
      `-----BEGIN PRIVATE KEY----- ${made(alphanumeric(64))}`,
      `Authorization: Bearer ${made(alphanumeric(40))}`,
      made(hex(20)),
      `glpat-${made(alphanumeric(20))}`,
      `https://example.com/share?sig=${made(alphanumeric(30))}`,
      `password: ${plant('on-screen-secret')}`,
      `ssh-rsa AAAAB3NzaC1yc2E${made(alphanumeric(60))}`,
      `Secret key = ${plant('on-screen-secret')}`,
    ]
  }),
  secretPage('network addresses, identifiers and recovery codes', ['P18'], (plant) => {
    const made = (value: string) => plant.digits('on-screen-secret', value)
    return [
      // Two years with a dash between would be a span of time.
      `Recovery code ${grouped(made(`7${number(7)}`), 4, '-')}`,
      `Session ${plant.token('on-screen-secret', hex(16))}`,
      `Your code is ${made(number(8))}`,
      `ftp://${plant('on-screen-secret')}:${plant('on-screen-secret')}@example.com/`,
      `Invoice ${made(number(12))}`,
      `PIN: ${made(number(8))}`,
    ]
  }),
  {
    name: 'secrets in lists, tables and the names of dialogs',
    covers: ['option text', 'accessible name', 'P4', 'P22'],
    body: (plant) => {
      const mail = () => `${plant('on-screen-secret')}@example.com`
      const account = () => plant.digits('on-screen-secret', iban('DE', 22))
      return `<select id="a" aria-label="Account"><option>${account()}<option>${account()}<option>${mail()}</select><select id="b" aria-label="Sender"><option>${mail()}<option>${mail()}</select>
        <table><tr><td><button id="c">${mail()}</button></td></tr><tr><td><button>${mail()}</button></td></tr></table><div role="dialog" aria-label="Delete ${mail()}"><button id="d">Delete</button></div>
        <form aria-label="${account()}"><button id="f">Pay</button></form><fieldset><legend>${mail()}</legend><label><input type="radio" id="g" name="r">${account()}</label></fieldset>`
    },
    drive: async ({ tab, click, press }) => {
      for (const field of ['#a', '#b']) {
        await tab.locator(field).focus()
        await press('ArrowDown')
      }
      await click('#c', '#d', '#f', '#g')
    },
    words: ['Delete', 'Pay'],
  },
]
