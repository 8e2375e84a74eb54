/** A part of an address as a person reads it; what cannot be decoded stays as it is, and its words are compared all the same. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
