export type Theme = 'light' | 'dark';

type Palette = {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly subtle: string;
  readonly emphasis: string;
  readonly attention: string;
  readonly highlight: string;
  readonly edge: string;
  readonly button: string;
};

/** Colours near those of the Teams clients: measured by eye, close enough to find text that would be hard to read. */
export const PALETTES: { readonly [theme in Theme]: Palette } = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    emphasis: '#f0f0f0',
    attention: '#fdf3f4',
    highlight: '#fde7a6',
    edge: '#c7c7c7',
    button: '#ffffff',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    emphasis: '#1b1b1b',
    attention: '#3b1519',
    highlight: '#6b4d00',
    edge: '#666666',
    button: '#292929',
  },
};

/** A host configuration that draws cards about as Teams does; on a narrow screen the buttons stand below each other. */
export function hostConfig(theme: Theme, width: number): object {
  const { text, subtle, card, emphasis, attention, highlight } = PALETTES[theme];
  const colour = { default: text, subtle, highlightColors: { default: highlight, subtle: highlight } };
  const style = (backgroundColor: string) => ({
    backgroundColor,
    foregroundColors: { default: colour, attention: colour },
  });
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: PALETTES[theme].edge },
    textBlock: { headingLevel: 3 },
    containerStyles: {
      default: style(card),
      emphasis: style(emphasis),
      attention: style(attention),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: width < 600 ? 'vertical' : 'horizontal',
      actionAlignment: width < 600 ? 'stretch' : 'left',
    },
    inputs: {
      label: { requiredInputs: { suffix: ' *' }, inputSpacing: 'small' },
      errorMessage: { color: 'attention' },
    },
  };
}
