import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  testMatch: '{e2e,privacy,faults}/**/*.spec.ts',
  outputDir: 'test-results',
  // One browser at a time: each is several processes, and two cores are what the suite must do with.
  workers: 1,
  // A test that fails now and then is a defect of the test or of the product.
  retries: 0,
  // Starting, installing by policy and reading the policy take about 4 s of it.
  timeout: 60_000,
  // What is done is in the store two seconds later, and where others use the machine as well, several times that.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
})
