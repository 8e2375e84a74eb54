import psl from 'psl'

/** Judged by another reader of the Public Suffix List, and by what is left after the first dot. */
export function isTooBroad(pattern: string): boolean {
  const [, scheme, star, host = ''] = /^(https?):\/\/(\*\.)?(\[.*?\]|[^/:*]+)(?::\d+)?\//.exec(pattern) ?? []
  if (scheme === undefined) return true
  const loopback = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:.+\.)?localhost)$/.test(host)
  if (loopback) return false
  if (scheme === 'http' || /^[\d.[]/.test(host)) return true
  const parsed = psl.parse(host)
  if ('error' in parsed) return true
  const isSuffix = parsed.domain === null
  // Where a rule is `*.host`, the library takes the host itself for a suffix as well, which it is not.
  const isParent = psl.get(`x.${host}`) === null
  return star ? isSuffix || isParent : isSuffix && parsed.listed && !isParent
}

/** The documented rules of Chrome's match patterns, by regular expression: the implementation under test has none. */
export function fitsAsInChrome(pattern: string, address: string): boolean {
  const [, scheme, host = '', port, glob = ''] = /^(\w+):\/\/([^/:]+)(?::(\d+))?(\/.*)$/.exec(pattern) ?? []
  const [, actualScheme, actualHost = '', actualPort, path = ''] =
    /^(\w+):\/\/([^/:]+)(?::(\d+))?(\/[^#]*)/.exec(new URL(address).href) ?? []
  const labels = actualHost.replace(/\.$/, '').split('.')
  const wanted = host.replace('*.', '').split('.')
  const tail = host.startsWith('*.') ? labels.slice(-wanted.length) : labels
  const expression = new RegExp(
    `^${glob
      .split('*')
      .map((text) => text.replace(/[.\\+^$?]/g, '\\$&'))
      .join('.*')}$`,
    's',
  )
  const usual = actualScheme === 'https' ? '443' : '80'
  return (
    scheme === actualScheme &&
    tail.join('.') === wanted.join('.') &&
    (port === undefined || port === (actualPort ?? usual)) &&
    (expression.test(path) || glob === `${path}/*`)
  )
}
