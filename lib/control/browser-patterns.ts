/**
 * Patterns of the allowlist as this browser matches them. Firefox knows no ports: it takes a pattern with one, and then nothing fits it.
 * There it is given the pattern for every port, and what it finds is compared with the allowlist by us, who read the address.
 */
export const browserPatterns = (patterns: string[]): string[] =>
  import.meta.env.FIREFOX ? [...new Set(patterns.map(withoutPort))] : patterns

/** `http://name:8080/path` to `http://name/path`. */
export const withoutPort = (pattern: string): string => pattern.replace(/^(\w+:\/\/(?:\[[^\]]*\]|[^/:]*)):\d+(?=\/)/, '$1')
