/** Which of the places along a line get a label, so that labels do not lie on each other: those that matter first. */
export function labelled<Mark extends { at: number }>(marks: readonly Mark[], gap: number, matters: (mark: Mark) => boolean): Mark[] {
  const chosen: Mark[] = []
  const ends = [marks[0], marks[marks.length - 1]].filter((mark): mark is Mark => mark !== undefined)
  for (const mark of [...marks.filter(matters), ...ends, ...marks]) {
    if (chosen.every((other) => Math.abs(other.at - mark.at) >= gap)) chosen.push(mark)
  }
  return chosen.sort((one, other) => one.at - other.at)
}
