/** What the person means is one action, with trusted input in real Chromium. */
import { expect, test } from './browser/fixtures.ts'
import { openScene, type Scene } from './browser/scene.ts'
import { CLICK_CASES } from './capture/click-cases.ts'
import { FIELD_CASES } from './capture/field-cases.ts'
import { PAGE_CASES } from './capture/page-cases.ts'
import { arrive, drafts, recordedSince, sentenceOf } from './recorded.ts'

/** A page whose forms go nowhere, with the button that ends each test. */
const page = (body: string) => `<!doctype html><title>Fixture</title><main>${body}</main>
  <button id="done" style="position:fixed;right:0;top:0">Finish</button>
  <script>addEventListener('submit', (event) => event.preventDefault())</script>`

const CASES = [...CLICK_CASES, ...FIELD_CASES, ...PAGE_CASES]

let scene: Scene
test.beforeAll(async ({ extension }) => {
  const pages = Object.fromEntries(CASES.map(({ body }, index) => [`listed.localhost/case-${index}`, page(body)]))
  scene = await openScene(extension, { pages })
})
test.afterAll(() => scene.close())

for (const [index, { name, act, expected }] of CASES.entries()) {
  test(name, async () => {
    await arrive(scene, `listed.localhost/case-${index}`)
    const before = (await drafts(scene)).length
    await act(scene.tab)
    expect((await recordedSince(scene, before)).map(sentenceOf)).toEqual(expected)
  })
}
