/** The nonce of this page, without which the browser takes no style that is written at run time. */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/**
 * Gives every style element our own scripts make the nonce of the page. antd does so for its components, but not for
 * what locks scrolling behind a dialog. Scripts come from this server only, so this opens nothing to anybody else.
 */
export function giveStylesTheNonce(): void {
  const make = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = make(name, options)
    if (name.toLowerCase() === 'style') element.nonce = nonce()
    return element
  }) as typeof document.createElement
}
