import { lightTheme, type Theme } from '@rainbow-me/rainbowkit';

const base = lightTheme();

/** RainbowKit in the page's own tokens, so that it follows the theme by itself. */
export const rainbowTheme: Theme = {
  ...base,
  colors: {
    ...base.colors,
    accentColor: 'var(--accent)',
    accentColorForeground: 'var(--on-accent)',
    actionButtonBorder: 'var(--line)',
    actionButtonBorderMobile: 'var(--line)',
    actionButtonSecondaryBackground: 'var(--sunken)',
    closeButton: 'var(--text-quiet)',
    closeButtonBackground: 'var(--sunken)',
    downloadBottomCardBackground: 'var(--sunken)',
    downloadTopCardBackground: 'var(--sunken)',
    error: 'var(--bad)',
    generalBorder: 'var(--line)',
    generalBorderDim: 'var(--line)',
    menuItemBackground: 'var(--sunken)',
    modalBackdrop: 'rgba(0, 0, 0, 0.55)',
    modalBackground: 'var(--surface)',
    modalBorder: 'var(--line)',
    modalText: 'var(--text)',
    modalTextDim: 'var(--text-quiet)',
    modalTextSecondary: 'var(--text-quiet)',
    selectedOptionBorder: 'var(--line)',
    standby: 'var(--warn)',
  },
  fonts: { body: 'var(--font-text)' },
  radii: { ...base.radii, actionButton: '8px', menuButton: '8px', modal: '16px', modalMobile: '16px' },
  shadows: { ...base.shadows, dialog: '0 8px 32px rgba(0, 0, 0, 0.24)', selectedWallet: 'none', walletLogo: 'none' },
};
