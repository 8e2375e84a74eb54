/** A page that is built like an application, from the wording its developers would give it. */
import type { Plant } from './canaries.ts'
import type { PrivacyPage } from './page.ts'

export type Wording = {
  language?: string
  heading: string
  nav: string[]
  tabs: string[]
  /** Buttons with text, and such with an icon whose name is an attribute. */
  buttons: string[]
  icons: string[]
  columns: string[]
  /** Actions that each row has. */
  row: string[]
  /** Labels of fields, of checkboxes, and what a list lets choose from. */
  fields: string[]
  checks: string[]
  options: string[]
  menu: string[]
  footer: string[]
}

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const all = (texts: readonly string[], make: (text: string, index: number) => string) => texts.map(make).join('')

function body(wording: Wording, plant: Plant): string {
  const { heading, nav, tabs, buttons, icons, columns, row, fields, checks, options, menu, footer } = wording
  const rows = many(4, (index) => {
    const cells = columns
      .map((_, column) => `<td>${column === 0 ? `<a href="#">${plant('name-of-person')}</a>` : plant('page-text')}</td>`)
      .join('')
    return `<tr>${cells}<td>${all(row, (text) => `<button class="${index === 1 ? 'w' : ''}">${text}</button>`)}</td></tr>`
  })
  return `<header><nav aria-label="Main"><ul>${all(nav, (text) => `<li><a class="w" href="#">${text}</a></li>`)}</ul></nav><button id="account">${plant('name-of-person')}</button></header>
    <main><h1 class="w">${heading}</h1><div role="tablist">${all(tabs, (text, index) => `<button role="tab" class="w" aria-selected="${index === 0}">${text}</button>`)}</div>
    <div role="toolbar">${all(buttons, (text) => `<button class="w"><svg width="8" height="8"></svg> <span>${text}</span></button>`)}${all(icons, (text) => `<button class="w" aria-label="${text}"><svg width="12" height="12"></svg></button>`)}</div>
    <table><thead><tr>${all(columns, (text) => `<th class="w" scope="col">${text}</th>`)}<th></th></tr></thead><tbody>${rows.join('')}</tbody></table>
    <form>${all(fields, (text, index) => `<p><label for="f${index}">${text}</label> <input class="w" id="f${index}"></p>`)}${all(checks, (text) => `<label><input type="checkbox" class="w"> ${text}</label> `)}
    <select id="list" aria-label="${heading}">${all(options, (text) => `<option>${text}`)}</select></form>
    <div role="menu">${all(menu, (text) => `<div role="menuitem" tabindex="-1" class="w">${text}</div>`)}</div></main>
    <footer>${all(footer, (text) => `<a class="w" href="#">${text}</a> `)}</footer>
    <script>addEventListener('click', (event) => { if (event.target.closest('a')) event.preventDefault() })</script>`
}

/** Everything of the wording that is acted on; of the list all options but the first, which is chosen already. */
const wordsOf = ({ heading, nav, tabs, buttons, icons, columns, row, fields, checks, options, menu, footer }: Wording) =>
  [heading, nav, tabs, buttons, icons, columns, row, fields, checks, options.slice(1), menu, footer].flat()

export function application(name: string, covers: PrivacyPage['covers'], wording: Wording): PrivacyPage {
  return {
    name,
    covers,
    app: true,
    ...(wording.language === undefined ? {} : { language: wording.language }),
    body: (plant) => body(wording, plant),
    words: wordsOf(wording),
    presets: ['interface', 'public'],
    drive: async ({ tab, click, type }) => {
      const words = tab.locator('.w')
      const count = await words.count()
      for (let index = 0; index < count; index++) await words.nth(index).click({ timeout: 8000 })
      for (let index = 1; index < wording.options.length; index++) {
        await tab.locator('#list').selectOption({ index })
        // Chosen by script, which no recorder believes: the person's own choice is by keys.
        await tab.locator('#list').selectOption({ index: index - 1 })
        await tab.locator('#list').focus()
        await tab.keyboard.press('ArrowDown')
        await tab.keyboard.press('Tab')
      }
      await click('#account', 'td a', 'td:nth-child(2)')
      await type('#f0')
      await click('h1')
    },
  }
}
