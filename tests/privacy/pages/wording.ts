/** Words that every interface has, where they are content all the same: no lexicon can hold these back, only the rules about places. */
import type { Draft } from '../../../lib/trace/action.ts'
import type { PrivacyPage } from '../suite/page.ts'

const SUBJECTS = ['Private message', 'Archive report', 'Public profile']
const named = (actions: Draft[], names: readonly string[]) => actions.some(({ target }) => names.includes(target?.name ?? ''))

export const WORDING_PAGES: PrivacyPage[] = [
  {
    name: 'rows and items whose content consists of words of interfaces',
    covers: ['P19', 'accessible name'],
    presets: ['interface'],
    body: () =>
      `<table><tbody>${SUBJECTS.map((subject) => `<tr><td><button>${subject}</button></td><td><button class="o">Open</button></td></tr>`).join('')}</tbody></table>
      <ul>${SUBJECTS.map((subject) => `<li><a href="#">${subject}</a></li>`).join('')}</ul><h2>Messages</h2>
      <table><tbody><tr><td id="cell">Archive report</td></tr></tbody></table><p contenteditable id="draft">Private message</p>
      <button id="a" aria-labelledby="cell">Preview</button><button id="b" aria-labelledby="draft">Preview</button>`,
    drive: ({ click }) => click('#a', '#b', 'td button', 'tr:nth-child(2) button', 'li a', 'li:nth-child(3) a', '.o', 'h2'),
    words: ['Open', 'Messages'],
    check: (actions) => (named(actions, SUBJECTS) ? 'content of a row or an item is kept' : null),
  },
  {
    name: 'a list of choices in which one word is not one of interfaces',
    covers: ['option text'],
    presets: ['interface'],
    body: (plant) =>
      `<label>Filter <select id="a"><option>All<option>Recent<option>${plant('option')}</select></label>
      <label>Sort by <select id="b"><option>Newest<option>Oldest</select></label>`,
    drive: async ({ tab }) => {
      await tab.locator('#a').selectOption({ index: 1 })
      await tab.locator('#b').focus()
      await tab.keyboard.press('ArrowDown')
      await tab.locator('#a').focus()
      await tab.keyboard.press('ArrowUp')
      await tab.keyboard.press('ArrowDown')
    },
    words: ['Oldest'],
    check: (actions) =>
      actions.some((action) => action.kind === 'select' && action.labels.includes('Recent'))
        ? 'a label of a list of content is kept'
        : null,
  },
  {
    name: 'an identifier made of what was typed, in words of interfaces',
    covers: ['identifiers', 'echo of typing'],
    presets: ['interface'],
    body: () => `<label>Title <input id="a"></label><section><button>Create</button></section><button>Share</button>
      <script>const [around] = document.getElementsByTagName('section'), [create, share] = document.getElementsByTagName('button')
        a.oninput = () => { around.id = create.dataset.testid = share.name = a.value.replaceAll(' ', '-') }</script>`,
    drive: async ({ tab, click }) => {
      await click('#a')
      await tab.keyboard.type('profile menu')
      await click('text=Create', 'text=Share')
    },
    words: ['Create', 'Share'],
    check: (actions) =>
      actions.some(({ target }) => target?.locators.some(({ css }) => css.includes('profile-menu')))
        ? 'an identifier that was typed is kept'
        : null,
  },
]
