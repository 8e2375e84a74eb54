/**
 * Names and roles as the recorder reads them, beside those that the browser computes for assistive technology (HTML-AAM 1.0, AccName 1.2).
 * One case for each rule; where ours differs on purpose, the case says what it reads instead.
 */
import { expect, test } from '@playwright/test'
import { bundledPages } from '../fixtures/bundled-pages.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const ENTRY = `
import { nameText } from '${ROOT}lib/capture/name.ts'
import { roleOf } from '${ROOT}lib/capture/role.ts'
globalThis.read = () => {
  const element = document.querySelector('[data-it]')
  return { name: nameText(element), role: roleOf(element) }
}
`

const open = bundledPages(ENTRY)

/** Roles that Chromium calls otherwise than ARIA does. */
const ARIA: Record<string, string> = { DisclosureTriangle: 'button', image: 'img' }

type Case = [rule: string, html: string, ours?: string]
const CASES: Case[] = [
  ['a button by its content', '<button data-it>Save all</button>'],
  ['aria-label before content', '<button data-it aria-label="Save">⬇</button>'],
  ['aria-labelledby before aria-label', '<span id="a">Save</span><button data-it aria-labelledby="a" aria-label="No">x</button>'],
  ['aria-labelledby with two ids', '<span id="a">Save</span><span id="b">draft</span><button data-it aria-labelledby="a b">x</button>'],
  ['aria-labelledby with an id that is not there', '<span id="a">Save</span><button data-it aria-labelledby="a gone">x</button>'],
  ['aria-labelledby to what has an aria-label', '<i id="a" aria-label="Save"></i><button data-it aria-labelledby="a">x</button>'],
  ['content of nested elements', '<button data-it><b>Save</b> <i>draft</i></button>'],
  ['without what is hidden by style', '<button data-it>Save<span style="display:none">no</span></button>'],
  ['without what is hidden by visibility', '<button data-it>Save<span style="visibility:hidden">no</span></button>'],
  ['without what is hidden from assistive technology', '<button data-it>Save<span aria-hidden="true">no</span></button>'],
  ['title where there is no content', '<button data-it title="Save"></button>'],
  ['content before title', '<button data-it title="More">Save</button>'],
  ['a link', '<a data-it href="/a">Read more</a>'],
  ['an image by its alt', '<img data-it alt="Logo" src="data:,">'],
  ['a submit button by its value', '<input data-it type="submit" value="Send">'],
  ['a button input by its value', '<input data-it type="button" value="Go">'],
  ['a field by its label', '<label for="f">City</label><input data-it id="f">'],
  ['a field by the label around it', '<label>City <input data-it></label>'],
  ['a field by its placeholder', '<input data-it placeholder="City">'],
  ['a field by its title before its placeholder', '<input data-it title="City" placeholder="Town">'],
  ['aria-label of a field before its label', '<label for="f">City</label><input data-it id="f" aria-label="Town">'],
  ['a checkbox', '<label><input data-it type="checkbox"> Remember</label>'],
  ['a radio button', '<label><input data-it type="radio"> One</label>'],
  ['a slider', '<label>Volume <input data-it type="range"></label>'],
  ['a spin button', '<label>Pages <input data-it type="number"></label>'],
  ['a search field', '<label>Find <input data-it type="search"></label>'],
  ['a select', '<label for="s">Size</label><select data-it id="s"><option>Small</option></select>'],
  ['a list box', '<label for="s">Size</label><select data-it id="s" multiple><option>Small</option></select>'],
  ['a text area', '<label for="t">Notes</label><textarea data-it id="t"></textarea>'],
  ['a summary', '<details><summary data-it>More</summary>x</details>'],
  ['a switch', '<button data-it role="switch" aria-checked="true">Sound</button>'],
  ['a tab', '<div role="tablist"><div data-it role="tab">Files</div></div>'],
  ['a menu item', '<div role="menu"><div data-it role="menuitem">Open</div></div>'],
  ['a role of the page before that of the tag', '<a data-it href="/a" role="button">Save</a>'],
  ['the first role that is known', '<span data-it role="nothing button">Save</span>'],
  ['a heading', '<h2 data-it>News</h2>'],
  ['a name over spaces and lines', '<button data-it>  Save\n   all  </button>'],
  ['never the value in a label', '<label for="f">Flash <input value="3"> times</label><input data-it id="f">', 'Flash times'],
]

for (const [rule, html, ours] of CASES)
  test(rule, async () => {
    const page = await open(html)
    const read: unknown = await page.evaluate('read()')
    const session = await page.context().newCDPSession(page)
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.querySelector("[data-it]")' })
    const { nodes } = await session.send('Accessibility.queryAXTree', { objectId: result.objectId ?? '' })
    const node = nodes.find((each) => each.name !== undefined) ?? nodes[0]
    const [name, role] = [String(node?.name?.value ?? ''), String(node?.role?.value ?? '')]
    const computed = { name: name.replace(/\s+/g, ' ').trim(), role: ARIA[role] ?? role }
    if (ours === undefined) expect(read).toEqual(computed)
    else expect([read, computed.name === ours]).toEqual([{ name: ours, role: computed.role }, false])
    await page.close()
  })
