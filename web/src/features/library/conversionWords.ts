import { words } from '@/shared/words/words'

/** What is said about the way from rung to rung. */
export const conversionWords = words('library-conversions', {
  yearConversions: '历年梯级转化',
  yearConversionsAbout: '一年前已认定下一级、尚未认定上一级的企业，一年后的去向。只看主管部门的认定，不含测算。',
  heldBefore: '一年前在下一级',
  converted: '已升入上一级',
  convertedShare: '转化率',
  leftBoth: '两级均已退出',
}, {
  yearConversions: 'From rung to rung, year by year',
  yearConversionsAbout: 'Where those recognised on a rung and not on the one above were a year later, by what authorities recognised alone.',
  heldBefore: 'On the rung a year before',
  converted: 'On the one above',
  convertedShare: 'Share',
  leftBoth: 'On neither',
})
