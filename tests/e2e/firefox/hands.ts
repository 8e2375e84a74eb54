import { z } from 'zod'
import type { Marionette } from '../../../scripts/browser/firefox/marionette.ts'

const Handle = z.string()
const Opened = z.object({ handle: Handle })
/** The name that the WebDriver standard gives to references of elements. */
const Found = z.record(z.string(), z.string()).transform((reference) => Object.values(reference)[0] ?? '')
const Answer = z.union([z.object({ value: z.unknown() }), z.object({ error: z.string() })])

/** A keystroke of its own: what WebDriver calls the key. */
export const ARROW_DOWN = '\uE015'

export type Hands = {
  goto: (url: string) => Promise<void>
  click: (css: string) => Promise<void>
  /** Clicks the first button with this text in it, once it is there. */
  clickButton: (text: string) => Promise<void>
  type: (css: string, text: string) => Promise<void>
  /** Looks into a frame of the page until `goto`; without one, at the page itself. */
  enter: (css: string | null) => Promise<void>
  /** Everything that the page shows as text. */
  text: () => Promise<string>
  /** Opens a tab in front, and works in it from then on. */
  newTab: () => Promise<void>
  /** Closes the tab, and goes on in the one before. */
  closeTab: () => Promise<void>
  /** Value of an expression, awaited, with the extension's rights, in a tab in the background that runs none of its code. */
  inExtension: (expression: string) => Promise<unknown>
  /** Value of an expression, awaited, with the browser's own rights. */
  inBrowser: (expression: string) => Promise<unknown>
}

/** A person's hands in Firefox: what they do, pages see as input of a person. */
export async function openHands({ send, value }: Marionette, origin: string): Promise<Hands> {
  /** Tabs that were in front before. */
  const below: string[] = []
  let tab = Handle.parse(await value('WebDriver:GetWindowHandle'))
  const look = (handle: string, focus: boolean) => send('WebDriver:SwitchToWindow', { handle, focus })
  const open = async (focus: boolean) => Opened.parse(await send('WebDriver:NewWindow', { type: 'tab', focus })).handle
  const goto = async (url: string) => void (await send('WebDriver:Navigate', { url }))
  const find = async (using: string, what: string) => Found.parse(await value('WebDriver:FindElement', { using, value: what }))

  // A button may come a moment after the page.
  await send('WebDriver:SetTimeouts', { implicit: 15_000 })
  const behind = await open(false)
  await look(behind, false)
  await goto(`${origin}/public-suffixes.txt`)
  await look(tab, true)

  const awaited = async (expression: string) => {
    const script = `const done = arguments[0]
      Promise.resolve(${expression}).then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`
    const answer = Answer.parse(await value('WebDriver:ExecuteAsyncScript', { script, args: [], sandbox: null }))
    if ('error' in answer) throw new Error(answer.error)
    return answer.value
  }

  return {
    goto,
    click: async (css) => void (await send('WebDriver:ElementClick', { id: await find('css selector', css) })),
    clickButton: async (text) => {
      const id = await find('xpath', `//button[contains(normalize-space(), ${JSON.stringify(text)})]`)
      await send('WebDriver:ElementClick', { id })
    },
    type: async (css, text) => void (await send('WebDriver:ElementSendKeys', { id: await find('css selector', css), text })),
    enter: async (css) => void (await send('WebDriver:SwitchToFrame', { element: css && (await find('css selector', css)) })),
    text: async () => z.string().parse(await value('WebDriver:GetElementText', { id: await find('css selector', 'body') })),
    newTab: async () => {
      below.push(tab)
      tab = await open(true)
      await look(tab, true)
    },
    closeTab: async () => {
      await send('WebDriver:CloseWindow')
      tab = below.pop() ?? behind
      await look(tab, true)
    },
    inExtension: async (expression) => {
      await look(behind, false)
      try {
        return await awaited(expression)
      } finally {
        await look(tab, false)
      }
    },
    inBrowser: async (expression) => {
      await send('Marionette:SetContext', { value: 'chrome' })
      try {
        return await awaited(expression)
      } finally {
        await send('Marionette:SetContext', { value: 'content' })
      }
    },
  }
}
