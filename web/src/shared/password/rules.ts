/** The rules of new passwords, as the server's profile has them (crates/server/src/passwords/policy.rs). */
const RULES = {
  asvs: { least: 12, rules: ['length', 'guess', 'person'] },
  dengbao: { least: 10, rules: ['length', 'classes', 'guess', 'person', 'former'] },
} as const

/** What a new password must be like here. The server says its profile in the page; it judges by itself in any case. */
export function passwordRules(): (typeof RULES)[keyof typeof RULES] {
  const said = document.querySelector<HTMLMetaElement>('meta[name="jifen-password-profile"]')?.content
  return said === 'asvs' ? RULES.asvs : RULES.dengbao
}
