/**
 * Text that the masker has let through. A record of an action is typed so that it holds no other: a string of the page does not
 * fit where one of these belongs, and only the checks of this folder turn one into the other.
 */
declare const masked: unique symbol
export type Masked = string & { readonly [masked]: true }

/** A type in which every free text is `Masked`; enumerations, numbers and flags are as they were. */
export type OnlyMasked<T> = T extends string
  ? string extends T
    ? Masked
    : T
  : T extends readonly unknown[] | object
    ? { [K in keyof T]: OnlyMasked<T[K]> }
    : T
