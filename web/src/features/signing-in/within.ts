/** Where to go after signing in: only ever a page of this console, whatever the address says. */
export function within(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
}
