import { Link } from 'react-router'
import { Glance } from './Glance'
import { screen } from './words'

/** 数据大屏 for who is signed in. */
export function ScreenPage() {
  const t = screen.use()
  return (
    <Glance>
      <Link className="action-link" to="/analysis">
        {t('back')}
      </Link>
    </Glance>
  )
}

export { ScreenPage as Component }
