// Writes src/shared/api/schema.d.ts from docs/openapi.json; with --check it fails when they differ.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const document = new URL('../../docs/openapi.json', import.meta.url)
const types = new URL('../src/shared/api/schema.d.ts', import.meta.url)

const head = '// Generated from docs/openapi.json by `npm run types`. Do not edit.\n\n'
const fresh = head + astToString(await openapiTS(document, { alphabetize: true }))

if (!process.argv.includes('--check')) {
  await writeFile(types, fresh)
} else if ((await readFile(types, 'utf8').catch(() => '')) !== fresh) {
  console.error('web: src/shared/api/schema.d.ts is not what docs/openapi.json says; run `npm run types` in web/ and mend what the compiler then names')
  process.exit(1)
}
