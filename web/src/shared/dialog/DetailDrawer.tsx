import { App, Drawer } from 'antd'
import { useRef, type ReactNode } from 'react'
import { common } from '@/shared/words/common'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  actions?: ReactNode
  /** Holds a form: closing asks first when something was typed. */
  form?: boolean
  children: ReactNode
}

/** One thing in detail, beside the list it came from. */
export function DetailDrawer({ title, open, onClose, actions, form = false, children }: Props) {
  const c = common.use()
  const { modal } = App.useApp()
  const touched = useRef(false)
  const close = () => {
    if (!form || !touched.current) return onClose()
    modal.confirm({
      title: c('unsaved'),
      okText: c('confirm'),
      cancelText: c('cancel'),
      onOk: () => {
        touched.current = false
        onClose()
      },
    })
  }
  return (
    <Drawer
      title={title}
      open={open}
      onClose={close}
      size={640}
      rootClassName="drawer"
      maskClosable={!form}
      destroyOnHidden
      extra={actions}
      closable={{ 'aria-label': c('close') }}
      afterOpenChange={(now) => {
        if (now) touched.current = false
      }}
    >
      <div
        onInput={() => {
          touched.current = true
        }}
      >
        {children}
      </div>
    </Drawer>
  )
}
