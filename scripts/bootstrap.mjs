/**
 * First step of `npm run demo` and `npm test`, made for a bare clone: plain JavaScript for the Node that is there (20 or newer),
 * nothing but its built-in modules. Installs what is missing, then runs the command on Node 24.
 */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { constants as system } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIN = join(ROOT, 'node_modules', '.bin')
/** The oldest that runs TypeScript as it stands and has node:sqlite without a flag. */
const NODE_MAJOR = 24
/** `install` is for a machine that is to be made ready without running anything. */
const COMMANDS = { demo: 'demo/main.ts', test: 'scripts/test.ts', install: null }

const say = (line) => process.stdout.write(`waymark: ${line}\n`)

function fail(sentence) {
  process.stderr.write(`waymark: ${sentence}\n`)
  process.exit(1)
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** PATH without the project's own programs: npm is about to take those away. */
const outsidePath = () => (process.env.PATH ?? '').split(delimiter).filter((folder) => folder && folder !== BIN)
const find = (name) =>
  outsidePath()
    .map((folder) => join(folder, name))
    .find(isExecutable)

/** Runs a program to its end in plain sight; a failure ends everything, with its words above ours. */
function run(what, program, words, env = {}) {
  const begun = Date.now()
  say(`${what}: ${[program, ...words].join(' ')}`)
  const { status, error } = spawnSync(program, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) fail(`${what} failed${error ? ` (${error.message})` : ''}.`)
  say(`done in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * npm keeps a copy of what it installed, written when it is done: so a half-finished installation counts as none, and one that a
 * developer's `npm install` has brought up to date counts as current.
 */
function packagesMatch() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!present) return false
  // A machine has the optional packages for its own kind only, and the lockfile need not know every kind.
  const absent = Object.entries(wanted).filter(([path, { optional }]) => path !== '' && !optional && !present[path])
  const differs = Object.entries(present).filter(([path, { integrity, optional }]) =>
    wanted[path] ? wanted[path].integrity !== integrity : !optional,
  )
  return absent.length === 0 && differs.length === 0
}

/**
 * Not `npm ci`: it refuses a lockfile that leaves out optional packages for other kinds of machines, as one does that was written
 * against a registry without them. What it would guard is checked here instead: that what was installed is what the lockfile says.
 */
function ensurePackages() {
  if (packagesMatch()) return
  run('installing npm packages', 'npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    PATH: outsidePath().join(delimiter),
  })
  if (!packagesMatch()) fail('npm installed other packages than package-lock.json names. Is the file of this package.json?')
}

/** Path of a Node that is new enough: the one that came with the packages, else the one running this. */
function ensureNode() {
  for (const node of [join(BIN, 'node'), process.execPath]) {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? ''
    if (Number(/^v(\d+)\./.exec(version)?.[1]) >= NODE_MAJOR) return node
  }
  fail(`Node ${NODE_MAJOR} is needed. The package that brings it exists for Linux only; install it here, and run this again with it.`)
}

/** Debian's package, as root or through sudo; a question for a password only where somebody can answer it. */
function installBrowser({ called, variable, packaged }) {
  if (!find('apt-get')) fail(`${called} is needed. Install it and put it on PATH, or name its program in the ${variable} variable.`)
  const root = process.getuid() === 0
  const asked = process.stdin.isTTY && process.stdout.isTTY ? [] : ['-n']
  if (!root && (!find('sudo') || (asked.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0)))
    fail(`${called} is needed, and installing it needs root: run "apt-get install ${packaged}" as root, then this again.`)
  const [program, ...before] = [...(root ? [] : ['sudo', ...asked]), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  run('reading the list of Debian packages', program, [...before, 'update', '-q'])
  run(`installing ${called}`, program, [...before, 'install', '-q', '-y', '--no-install-recommends', packaged])
}

const CHROMIUM = { called: 'Chromium', variable: 'CHROMIUM', names: ['chromium', 'chromium-browser'], packaged: 'chromium' }
const FIREFOX = { called: 'Firefox ESR', variable: 'FIREFOX', names: ['firefox-esr'], packaged: 'firefox-esr' }

/** Path of a browser, which is installed if there is none. */
function ensureBrowser(browser) {
  const look = () => process.env[browser.variable] || browser.names.map(find).find(Boolean)
  if (!look()) installBrowser(browser)
  const program = look()
  if (!program || !isExecutable(program)) fail(`${program ?? browser.called} is not a program that can be run.`)
  return program
}

const [command, ...words] = process.argv.slice(2)
if (!Object.hasOwn(COMMANDS, command ?? '')) {
  process.stderr.write(`Usage: node scripts/bootstrap.mjs ${Object.keys(COMMANDS).join('|')} [arguments]\n`)
  process.exit(2)
}
ensurePackages()
const node = ensureNode()
const browsers = { CHROMIUM: ensureBrowser(CHROMIUM), ...(command !== 'demo' && { FIREFOX: ensureBrowser(FIREFOX) }) }
if (COMMANDS[command] === null) process.exit(0)

const child = spawn(node, [join(ROOT, COMMANDS[command]), ...words], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, PATH: [BIN, ...outsidePath()].join(delimiter), ...browsers },
})
// A terminal sends its signals to the child as well, which takes a second one for the same; a lone `kill` reaches only this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => fail(`${node}: ${error.message}`))
child.on('exit', (code, signal) => process.exit(code ?? 128 + system.signals[signal]))
