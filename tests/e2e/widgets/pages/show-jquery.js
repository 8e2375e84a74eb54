import { $ } from 'jquery'

// Plugins for jQuery look for it here.
globalThis.jQuery = $
globalThis.$ = $

export { $ }
