/** The contact of the policy: a link if it is an e-mail address, a name otherwise. */
export function Contact({ contact, children }: { contact: string; children: string }) {
  // Anything beyond a plain address could carry a prepared subject or a second recipient.
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(contact)) return <span>{children}</span>
  return <a href={`mailto:${contact}`}>{children}</a>
}
