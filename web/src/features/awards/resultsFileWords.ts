import { words } from '@/shared/words/words'

export const resultsFile = words('resultsFile', {
  send: '导入回盘文件',
  title: '导入回盘文件',
  about: '在付款文件的“付款结果”列填“成功”或“失败”（失败的写“失败原因”），保存后在这里导入；也可以用银行的回盘清单，只要有“付款编号”和“付款结果”两列。没有填结果的行以后再导入。有一行不对，整份不登记。',
  file: '回盘文件',
  fileHelp: '.xlsx 或 .csv，不超过 10 MB。文件含账号，登记后不保存。',
  on: '付款日期',
  onHelp: '文件里没有“付款日期”列的，按这一天登记。',
}, {
  send: 'Import results',
  title: 'Import what the bank says',
  about: 'Fill in the column Result of the payment file (paid or failed, with a reason), save it and import it here; a list of the bank does as well if it has the columns Payment id and Result. Rows without a result can be imported later. One mistake, and nothing is entered.',
  file: 'File',
  fileHelp: '.xlsx or .csv, up to 10 MB. It holds account numbers and is not kept.',
  on: 'Paid on',
  onHelp: 'For rows of a file without a column of days.',
})
