import { Button, Tooltip, type ButtonProps } from 'antd'
import { useId } from 'react'
import { YES, type Can } from '@/shared/me/me'

interface Props extends Omit<ButtonProps, 'disabled'> {
  can?: Can
}

/**
 * A button that stays where it is when it cannot be used, and says why. It can still be reached by keyboard, so that the
 * reason can be read.
 */
export function ActionButton({ can = YES, onClick, children, ...rest }: Props) {
  const id = useId()
  if (can.yes) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <Tooltip title={can.why}>
      <span>
        <Button {...rest} className="held-back" aria-disabled="true" aria-describedby={id}>
          {children}
        </Button>
        <span id={id} className="for-readers">
          {can.why}
        </span>
      </span>
    </Tooltip>
  )
}
