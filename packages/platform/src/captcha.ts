/** Who asks whether a person is there; `altcha` is our own proof of work, which is never off. */
export const captchaProviders = ['altcha', 'recaptcha-v2', 'recaptcha-v3', 'recaptcha-enterprise'] as const
export type CaptchaProvider = (typeof captchaProviders)[number]

/** Work for the browser, signed by the server; handed back as it is, together with the number that was found. */
export interface AltchaChallenge {
  readonly parameters: Readonly<Record<string, unknown>>
  readonly signature: string
}

export type CaptchaChallenge =
  | { readonly provider: 'altcha'; readonly challenge: AltchaChallenge }
  | { readonly provider: Exclude<CaptchaProvider, 'altcha'>; readonly siteKey: string }
