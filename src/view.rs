//! How a reader may have the site: colours, the size of words, charts or tables.

/// The colours a reader may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorTheme {
    #[default]
    Auto,
    Light,
    Dark,
    Contrast,
}

impl ColorTheme {
    pub const ALL: [ColorTheme; 4] = [ColorTheme::Auto, ColorTheme::Light, ColorTheme::Dark, ColorTheme::Contrast];

    pub const fn name(self) -> &'static str {
        match self {
            ColorTheme::Auto => "auto",
            ColorTheme::Light => "light",
            ColorTheme::Dark => "dark",
            ColorTheme::Contrast => "contrast",
        }
    }
}

/// The sizes of words a reader may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    #[default]
    Normal,
    Large,
}

impl TextSize {
    pub const ALL: [TextSize; 2] = [TextSize::Normal, TextSize::Large];

    pub const fn name(self) -> &'static str {
        match self {
            TextSize::Normal => "normal",
            TextSize::Large => "large",
        }
    }
}

/// Whether a figure is seen as a chart or as a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Chart,
    Table,
}

impl View {
    pub const ALL: [View; 2] = [View::Chart, View::Table];

    pub const fn name(self) -> &'static str {
        match self {
            View::Chart => "chart",
            View::Table => "table",
        }
    }
}
