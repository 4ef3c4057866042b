import { words } from '@/shared/words/words'

export const backups = words('backups', {
  title: '数据备份',
  about: '系统按设定的间隔自动备份内置数据库，也可在升级、批量处理前手动备份一次。使用 PostgreSQL 的，请用数据库自带工具备份。',
  now: '立即备份',
  nowAbout: '备份期间可以正常使用。备份文件在服务器的数据目录中，请定期复制到其他介质，并与 server.key 分开保管。',
}, {
  title: 'Backups',
  about: 'The embedded database is backed up at intervals by itself; do it by hand before an upgrade or large work. PostgreSQL is backed up by its own tools.',
  now: 'Back up now',
  nowAbout: 'Work goes on meanwhile. The file lies in the data folder of the server; copy it elsewhere regularly and keep it apart from server.key.',
})
