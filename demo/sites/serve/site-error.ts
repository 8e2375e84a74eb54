/** A demo site did not start or did not stop; the message names the site and what to look at. */
export class SiteError extends Error {
  override name = 'SiteError'
}
