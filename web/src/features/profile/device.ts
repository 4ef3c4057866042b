// The most particular first: many browsers also call themselves Chrome and Safari.
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger\/(\d+)/, '微信'],
  [/DingTalk\/(\d+)/, '钉钉'],
  [/QihooBrowser\/(\d+)|360SE/, '360'],
  [/UBrowser\/(\d+)|UOS/, 'UOS'],
  [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** A browser and its system as people call them; the text itself when it is another program; null for none. */
export function deviceOf(agent: string): string | null {
  if (!agent.startsWith('Mozilla/')) return agent.trim() || null
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1]
  const version = browser && browser[0].exec(agent)?.[1]
  const name = browser && (version ? `${browser[1]} ${version}` : browser[1])
  return [name, system].filter(Boolean).join(' · ') || agent
}
