/** What a planted secret is, by how it came into the page. */

/** Never kept under any policy. */
// prettier-ignore
const SECRET_KINDS = ['typed', 'pasted', 'autofilled', 'hidden', 'echoed', 'on-screen-secret', 'file', 'other-site'] as const
/** Kept by no policy that keeps wording of interfaces only. */
// prettier-ignore
const TEXT_KINDS = ['url', 'page-text', 'name-of-person', 'option', 'attribute', 'identifier', 'title', 'style', 'storage'] as const

export type Kind = (typeof SECRET_KINDS)[number] | (typeof TEXT_KINDS)[number]

const SECRET: ReadonlySet<Kind> = new Set(SECRET_KINDS)
export const isSecretKind = (kind: Kind): boolean => SECRET.has(kind)
