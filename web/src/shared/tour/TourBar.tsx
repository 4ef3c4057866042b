import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { layoutWords } from '@/shared/layout/words'
import { useMe } from '@/shared/me/me'
import { goOn, stopsOf, useTour } from './tour'
import { tourWords } from './words'

/** Where one is on the tour, and the way to the next stop; goes along from page to page. */
export function TourBar() {
  const t = tourWords.use()
  const l = layoutWords.use()
  const navigate = useNavigate()
  const stops = stopsOf(useMe())
  const at = useTour()
  const stop = at === null ? undefined : stops[at]
  if (at === null || !stop) return null
  const go = (next: number) => {
    goOn(next)
    const to = stops[next]?.to
    if (to) void navigate(to)
  }
  const isLast = at === stops.length - 1
  return (
    <section className="tour" aria-label={t('tour')}>
      <div className="tour-text" role="status">
        <strong>{t('step', { at: at + 1, of: stops.length, place: l(stop.label) })}</strong>
        <p>{t(stop.text)}</p>
      </div>
      <div className="actions">
        {at > 0 && <Button onClick={() => go(at - 1)}>{t('previous')}</Button>}
        {isLast ? (
          <Button type="primary" onClick={() => goOn(null)}>
            {t('done')}
          </Button>
        ) : (
          <>
            <Button type="primary" onClick={() => go(at + 1)}>
              {t('next')}
            </Button>
            <Button onClick={() => goOn(null)}>{t('end')}</Button>
          </>
        )}
      </div>
    </section>
  )
}
