/**
 * The few calls that a recorder and the popup make of the browser. In Manifest V3 both namespaces answer with promises, so a page need not
 * load the polyfill for them: it is a ninth of what the recorder may weigh, and a fifth of the popup.
 */
import type { browser as Api } from 'wxt/browser'

declare const chrome: typeof Api

// By name: the bundler puts the polyfill wherever it reads the word `browser` as a variable. And only an own property: an element
// of that id is one of the window's as well.
const native: unknown = Object.hasOwn(globalThis, 'browser') ? Reflect.get(globalThis, 'browser') : undefined
const isApi = (value: unknown): value is typeof Api => typeof value === 'object' && value !== null && 'runtime' in value

export const extension = isApi(native) ? native : chrome
