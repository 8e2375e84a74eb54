/** Codes are written with hyphens, message names may hold letters, digits and underscores only. */
export type MessageName<Code extends string> = Code extends `${infer Head}-${infer Tail}` ? `${Head}_${MessageName<Tail>}` : Code

export function messageName<Code extends string>(code: Code): MessageName<Code>
export function messageName(code: string): string {
  return code.replaceAll('-', '_')
}
