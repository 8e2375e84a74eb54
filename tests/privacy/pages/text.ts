/** What a page shows: people, amounts and messages where content stands, and in the names of its controls. */
import type { PrivacyPage } from '../suite/page.ts'

export const TEXT_PAGES: PrivacyPage[] = [
  {
    name: 'headings, paragraphs and captions about people',
    covers: ['P19', 'full snapshot', 'title', 'selection', 'errors and console'],
    body: (
      plant,
    ) => `<h1>${plant('name-of-person')}</h1><h2>Account of ${plant('name-of-person')}</h2><p>${plant('page-text')}</p><!-- ${plant('page-text')} -->
      <figure><img alt="${plant('attribute')}" width="50" height="20"><figcaption>${plant('page-text')}</figcaption></figure><blockquote cite="/${plant('attribute')}">${plant('page-text')}</blockquote>
      <abbr title="${plant('attribute')}">${plant('page-text')}</abbr><time datetime="${plant('attribute')}">${plant('page-text')}</time><h2>Overview</h2>
      <script>console.log('${plant('page-text')}'); console.error('${plant('page-text')}'); setTimeout(() => { throw new Error('${plant('page-text')}') })</script>`,
    drive: async ({ tab, click, press }) => {
      await click('h1', 'h2', 'p', 'img', 'figcaption', 'blockquote', 'abbr', 'time', 'h2:last-of-type')
      await tab.locator('p').dblclick()
      await press('Control+a', 'Control+c', 'Control+f', 'Escape')
    },
    words: ['Overview'],
  },
  {
    name: 'a table with a row for each person',
    covers: ['P19', 'P22', 'accessible name'],
    body: (plant) =>
      `<table><thead><tr><th>Name</th><th>Status</th><th>Actions</th></tr></thead><tbody>${[1, 2, 3, 4]
        .map(
          () => `<tr aria-label="${plant('name-of-person')}"><td><a href="#">${plant('name-of-person')}</a></td><td>${plant('page-text')}</td>
        <td><button aria-label="Edit ${plant('name-of-person')}">Edit</button><button class="e">Delete</button></td></tr>`,
        )
        .join('')}</tbody></table>`,
    drive: ({ click }) =>
      click('th', 'th:nth-child(2)', 'th:nth-child(3)', 'td a', 'td:nth-child(2)', 'td button', '.e', 'tr:nth-child(3) td'),
    words: ['Name', 'Status', 'Actions', 'Delete'],
  },
  {
    name: 'a list of messages, each a link, with controls that repeat',
    covers: ['P19', 'P22', 'datalist and combobox'],
    body: (plant) =>
      `<nav><a href="#" id="i">Inbox</a><a href="#">Sent</a><a href="#" id="f">${plant('page-text')}</a></nav><ul>${[1, 2, 3, 4]
        .map(
          () =>
            `<li tabindex="0"><a href="#">${plant('page-text')}</a><span>${plant('name-of-person')}</span><button>Archive</button><button aria-label="Reply to ${plant('name-of-person')}">↩</button></li>`,
        )
        .join('')}</ul>`,
    drive: ({ click }) => click('#i', 'text=Sent', '#f', 'li a', 'li span', 'li button', 'li button:nth-of-type(2)', 'li:nth-child(3)'),
    words: ['Inbox', 'Sent', 'Archive'],
  },
  {
    name: 'a feed of posts with reactions',
    covers: ['P19', 'P22'],
    body: (plant) =>
      `<div role="feed">${[1, 2, 3]
        .map(
          () => `<article aria-label="Post by ${plant('name-of-person')}" tabindex="0"><h2>${plant('name-of-person')}</h2><p>${plant('page-text')}</p>
        <button>Like</button><button>Comment</button><a href="#">${plant('page-text')}</a><button>${plant('page-text')}</button></article>`,
        )
        .join('')}</div><div role="log"><button>${plant('page-text')}</button></div>`,
    drive: ({ click }) =>
      click('article', 'h2', 'p', 'text=Like', 'text=Comment', 'article a', 'article button:nth-of-type(3)', '[role=log] button'),
    words: ['Like', 'Comment'],
  },
  {
    name: 'tabs, menus, trees and dialogs named after people and projects',
    covers: ['accessible name', 'P22', 'selector by text'],
    body: (
      plant,
    ) => `<div role="tablist"><div role="tab" tabindex="0" id="a">Details</div><div role="tab" tabindex="0" id="b">${plant('page-text')}</div></div>
      <div role="menu" aria-label="${plant('attribute')}"><div role="menuitem" tabindex="0" id="c">Rename</div><div role="menuitem" tabindex="0" id="d">Assign to ${plant('name-of-person')}</div></div>
      <div role="tree"><div role="treeitem" tabindex="0" id="e">${plant('page-text')}</div></div>
      <div role="dialog" aria-label="Delete ${plant('page-text')}"><button id="f">Delete</button></div><dialog open style="position:static" aria-labelledby="g"><h2 id="g">${plant('name-of-person')}</h2><button id="h">Close</button></dialog>
      <fieldset><legend>${plant('page-text')}</legend><button id="i">Apply</button></fieldset><form aria-label="${plant('page-text')}"><button id="j">Submit</button></form>
      <details><summary id="k">${plant('page-text')}</summary><p>${plant('page-text')}</p></details><details open><summary id="l">Options</summary><button id="m">More</button></details>`,
    drive: ({ click }) => click('#a', '#b', '#c', '#d', '#e', '#f', '#h', '#i', '#j', '#k', '#m', '#l'),
    words: ['Details', 'Rename', 'Delete', 'Close', 'Apply', 'Submit', 'Options', 'More'],
  },
  {
    name: 'names put together by aria attributes',
    covers: ['accessible name', 'placeholder and description', 'P5', 'P6', 'P22'],
    body: (
      plant,
    ) => `<span id="n">${plant('name-of-person')}</span><span id="o" hidden>${plant('attribute')}</span><input id="v" value="${plant('hidden')}">
      <button id="a" aria-labelledby="n">Open</button><button id="b" aria-labelledby="o">Open</button><button id="c" aria-labelledby="v">Open</button>
      <button id="d" aria-label="${plant('attribute')}">Open</button><button id="e" aria-roledescription="${plant('attribute')}" aria-description="${plant('attribute')}">Archive</button>
      <div id="f" role="slider" tabindex="0" aria-label="Volume" aria-valuenow="40" aria-valuetext="${plant('attribute')}"></div><button id="g" title="${plant('attribute')}"></button>
      <a id="h" href="#" title="${plant('attribute')}">Home</a><button id="i"><img alt="${plant('attribute')}" width="20" height="20"></button><button id="j" aria-labelledby="j n">Move</button>
      <button id="k" aria-details="n" aria-keyshortcuts="${plant('attribute')}" aria-braillelabel="${plant('attribute')}">Filter</button><area id="l" alt="${plant('attribute')}">`,
    drive: async ({ tab, click }) => {
      await click('#a', '#b', '#c', '#d', '#e', '#g', '#h', '#i', '#j', '#k')
      await tab.locator('#f').focus()
      await tab.keyboard.press('ArrowRight')
    },
    words: ['Archive', 'Home', 'Filter'],
  },
  {
    name: 'lists to choose from: people, diagnoses, offices, and settings beside them',
    covers: ['option text', 'P4', 'P22'],
    body: (
      plant,
    ) => `<label>Assignee <select id="a"><optgroup label="${plant('option')}"><option value="${plant('option')}">${plant('name-of-person')}<option value="${plant('option')}" label="${plant('option')}">${plant('option')}</optgroup></select></label>
      <label>Reason <select id="b"><option>None<option>${plant('option')}<option>Other</select></label><label>Sort by <select id="c"><option>Newest<option>Oldest<option>Name</select></label>
      <label>Country <select id="d" name="country"><option>${plant('option')}<option>${plant('option')}</select></label>
      <select id="e" multiple size="4" aria-label="Members">${[1, 2, 3, 4].map(() => `<option title="${plant('option')}">${plant('name-of-person')}`).join('')}</select>`,
    drive: async ({ tab, click, press }) => {
      for (const field of ['#a', '#b', '#c', '#d']) {
        await tab.locator(field).focus()
        await press('ArrowDown')
      }
      await click('#e option:nth-child(2)')
      await tab
        .locator('#e option')
        .nth(3)
        .click({ modifiers: ['Control'] })
    },
    words: ['Oldest'],
  },
  {
    name: 'suggestions below a field: people, places and earlier searches',
    covers: ['datalist and combobox', 'echo of typing'],
    body: (
      plant,
    ) => `<input id="a" role="combobox" aria-label="To" aria-expanded="true" aria-controls="l" list="m"><datalist id="m">${[1, 2, 3].map(() => `<option value="${plant('option')}">`).join('')}</datalist>
      <ul id="l" role="listbox">${[1, 2, 3].map(() => `<li role="option" tabindex="0" aria-label="${plant('name-of-person')}">${plant('name-of-person')}</li>`).join('')}</ul>
      <div role="listbox"><div role="option" id="b" aria-selected="true">${plant('option')}</div><button id="c" role="option">${plant('option')}</button></div>`,
    drive: async ({ type, click, press }) => {
      await type('#a')
      await press('ArrowDown', 'Enter')
      await click('li:nth-child(2)', '#b', '#c')
    },
  },
  {
    name: 'names so long or so deep that they cannot be read',
    covers: ['accessible name', 'P22'],
    body: (plant) => `<button id="a">Open ${Array.from({ length: 60 }, () => plant('page-text')).join(' ')}</button>
      <button id="b"><span>Show</span>${'<i>'.repeat(40)}${plant('page-text')}${'</i>'.repeat(40)}</button><a id="c" href="#">${'Open '.repeat(60)}${plant('page-text')}</a><button id="d">Hide</button>`,
    drive: ({ click }) => click('#a', '#b', '#c', '#d'),
    words: ['Hide'],
  },
]
