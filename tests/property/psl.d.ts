/** The package has types, but its `exports` do not lead to them. */
declare module 'psl' {
  const psl: {
    parse(host: string): { error: object } | { domain: string | null; listed: boolean }
    get(host: string): string | null
  }
  export default psl
}
