import { spawnSync } from 'node:child_process'

/** The words of a printed page without spaces between Chinese characters; nothing where no program can read it back. */
export function printed(pdf: Buffer): string | null {
  const read = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })
  if (read.error) {
    if (process.env['JIFEN_SKIP_NOTHING']) throw read.error
    console.warn('pdftotext is missing: the words of printed pages are not read back')
    return null
  }
  return read.stdout.replace(/\s+/g, ' ').replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '')
}
