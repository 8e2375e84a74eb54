import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

/** Tests of files that import `wxt/browser`: they run against WXT's fake of it. */
const WITH_BROWSER = ['tests/unit/{store,control,ui}/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    testTimeout: 20_000,
    setupFiles: ['tests/seed.ts'],
    projects: [
      { extends: true, test: { name: 'node', include: ['tests/{unit,property,repo,privacy}/**/*.test.ts'], exclude: WITH_BROWSER } },
      { extends: true, plugins: [WxtVitest()], test: { name: 'extension', include: WITH_BROWSER } },
    ],
  },
})
