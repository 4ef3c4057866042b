import { StyleProvider, legacyLogicalPropertiesTransformer } from '@ant-design/cssinjs'
import { App, ConfigProvider, theme as antd, type ThemeConfig } from 'antd'
import en from 'antd/es/locale/en_US'
import zh from 'antd/es/locale/zh_CN'
import { useLayoutEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '@/shared/words/i18n'
import { nonce } from './nonce'
import { useDark, usePreferences } from './preferences'

const FONTS =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif'

// antd's usual greys are too faint to read (WCAG asks for 4.5 : 1); these are not.
const LIGHT = {
  colorPrimary: '#0b4fa8',
  colorLink: '#0b4fa8',
  colorText: '#1b2430',
  colorTextSecondary: '#4a5565',
  colorTextTertiary: '#566173',
  colorTextDescription: '#566173',
  colorTextPlaceholder: '#667085',
  colorError: '#c4231b',
  colorErrorHover: '#a81d16',
  colorErrorActive: '#8c1711',
  colorSuccess: '#18794e',
  colorWarning: '#9a5b00',
  // What antd derives from colours as dark as these is grey, and looks switched off.
  colorErrorBg: '#fdecea',
  colorSuccessBg: '#e7f5ee',
  colorWarningBg: '#fdf3e1',
  colorInfoBg: '#e8f0fb',
  colorBorder: '#8c96a5',
  colorBgLayout: '#f2f5f9',
}

const DARK = {
  colorPrimary: '#7db4ff',
  colorTextLightSolid: '#0c1521',
  colorLink: '#8ec0ff',
  colorText: '#e8edf4',
  colorTextSecondary: '#c2cad6',
  colorTextTertiary: '#aeb8c6',
  colorTextDescription: '#aeb8c6',
  colorTextPlaceholder: '#9aa5b5',
  colorError: '#ff8f87',
  colorErrorText: '#ff9f98',
  colorSuccess: '#66d19e',
  colorWarning: '#f0b45a',
  colorBorder: '#6b7889',
  colorBgLayout: '#0e141c',
  colorBgContainer: '#161e29',
  colorBgElevated: '#1c2634',
}

function themeFor(dark: boolean, large: boolean): ThemeConfig {
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      fontFamily: FONTS,
      fontSize: large ? 19 : 15,
      controlHeight: large ? 44 : 36,
      borderRadius: 4,
      motion: false,
      ...(dark ? DARK : LIGHT),
    },
    components: dark ? { Button: { primaryColor: '#0c1521', dangerColor: '#0c1521' } } : {},
  }
}

/** Colours, sizes and language of everything below. */
export function Theme({ children }: { children: ReactNode }) {
  useTranslation()
  const dark = useDark()
  const { large } = usePreferences()
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.theme = dark ? 'dark' : 'light'
    root.dataset.size = large ? 'large' : 'usual'
    root.lang = language() === 'zh' ? 'zh-CN' : 'en'
  }, [dark, large])
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider
        csp={{ nonce: nonce() }}
        theme={themeFor(dark, large)}
        locale={language() === 'zh' ? zh : en}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App component={false} message={{ maxCount: 3, duration: 6 }}>{children}</App>
      </ConfigProvider>
    </StyleProvider>
  )
}
