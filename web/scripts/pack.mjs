// Compresses the built files once, so that the server never has to, and measures what the first page needs.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { constants, brotliCompressSync, gzipSync } from 'node:zlib'

const built = new URL('../dist/console/', import.meta.url)
// What the first page may weigh, gzipped (issue: 400 KB).
const FIRST_PAGE_LIMIT = 400 * 1024
// Smaller files gain nothing.
const WORTH_PACKING = 1024

// What Chromium 87 does not know. Vite turns new syntax into old; nothing turns new functions into old ones.
const TOO_NEW =
  /[\w)\]]\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced)\(|Object\.(hasOwn|groupBy)|structuredClone|withResolvers|randomUUID|AbortSignal\.(any|timeout)|Array\.fromAsync|checkVisibility/

const files = (await readdir(built, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(js|css|svg|json)$/.test(entry.name))
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
const zipped = new Map()
for (const file of files) {
  const plain = await readFile(file)
  const newer = file.endsWith('.js') && TOO_NEW.exec(plain.toString())
  if (newer) throw new Error(`web: ${file.split('/').pop()} uses ${newer[0]}…, which Chromium 87 does not have`)
  const gz = gzipSync(plain, { level: 9 })
  zipped.set(file.split('/console/')[1], gz.length)
  if (plain.length < WORTH_PACKING || file.endsWith('manifest.json')) continue
  await writeFile(`${file}.gz`, gz)
  await writeFile(`${file}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }))
}

const manifest = JSON.parse(await readFile(new URL('manifest.json', built), 'utf8'))

/** Everything a part of the program needs before it runs. */
function needed(key, found = new Set()) {
  const part = manifest[key]
  if (!part || found.has(part.file)) return found
  found.add(part.file)
  for (const other of part.imports ?? []) needed(other, found)
  return found
}

const weigh = (keys) => {
  const all = new Set(keys.flatMap((key) => [...needed(key)]))
  return [...all].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + zipped.get(file), 0)
}
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const pages = {
  'sign-in': ['src/features/signing-in/SignInPage.tsx'],
  home: ['src/app/Shell.tsx', 'src/features/home/HomePage.tsx'],
  users: ['src/app/Shell.tsx', 'src/features/users/UsersPage.tsx'],
  enterprise: ['src/app/Shell.tsx', 'src/features/enterprises/EnterprisePage.tsx'],
  import: ['src/app/Shell.tsx', 'src/features/imports/ImportPage.tsx'],
}
let good = true
for (const [name, keys] of Object.entries(pages)) {
  const missing = keys.filter((key) => !manifest[key])
  if (missing.length > 0) throw new Error(`web: ${missing} is not in the build; mend scripts/pack.mjs`)
  const bytes = weigh([entry, ...keys])
  console.log(`web: JavaScript of ${name}: ${(bytes / 1024).toFixed(0)} KB gzip (limit ${FIRST_PAGE_LIMIT / 1024})`)
  good &&= bytes <= FIRST_PAGE_LIMIT
}
if (!good) process.exit(1)
