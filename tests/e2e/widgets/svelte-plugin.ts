import { compile, compileModule } from 'svelte/compiler'
import type { Plugin } from 'vite'

/** Svelte's own compiler as a step of the bundling: components, and modules that use its state. */
export const sveltePlugin: Plugin = {
  name: 'svelte',
  transform(code, id) {
    const filename = id.split('?', 1)[0] ?? id
    if (filename.endsWith('.svelte')) return compile(code, { filename, generate: 'client', css: 'injected' }).js
    if (filename.endsWith('.svelte.js')) return compileModule(code, { filename, generate: 'client' }).js
    return null
  },
}
