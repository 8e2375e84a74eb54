import { expect, test } from 'vitest'
import { z } from 'zod'
import { read } from './tracked.ts'

const versions = z.record(z.string(), z.string())
const Lists = z.object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
const manifest = Lists.extend({ overrides: versions }).parse(JSON.parse(read('package.json')))
const lock = z
  .object({ packages: z.record(z.string(), z.looseObject({ resolved: z.string().optional(), integrity: z.string().optional() })) })
  .parse(JSON.parse(read('package-lock.json'))).packages

/** A second release of a package is installed under another name: `npm:NAME@VERSION`. */
const EXACT = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+$/

test('every version is exact: npm would choose older ones for an older Node, without a word', () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides })
  expect(all.filter(([, version]) => !EXACT.test(version))).toEqual([])
})

test('the lockfile is of this package.json', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest
  expect(Lists.parse(lock[''])).toEqual({ dependencies, devDependencies, optionalDependencies })
})

test('the lockfile names no host, and a digest for every package', () => {
  const packages = Object.entries(lock).filter(([path]) => path !== '')
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
})

test('tests run on Node 24, whatever Node the machine has', () => {
  expect(process.version).toMatch(/^v24\./)
})
