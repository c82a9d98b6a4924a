/// What the reader chose to see, as the query carries it. Defaults are left out; what is unknown or invalid
/// is ignored; the order is fixed, so that one state has one address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    pub panel: Panel,
    pub theme: ThemeChoice,
    pub text: TextSize,
}

macro_rules! choices {
    ($(#[$meta:meta])* $name:ident, $default:ident = $default_word:literal $(, $other:ident = $word:literal)*) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            #[default]
            $default,
            $($other),*
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$name::$default $(, $name::$other)*];

            /// The value in the query.
            pub const fn word(self) -> &'static str {
                match self {
                    $name::$default => $default_word,
                    $($name::$other => $word),*
                }
            }

            fn parse(word: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|choice| choice.word() == word)
            }
        }
    };
}

choices!(
    /// Whether a figure is seen as a chart or as its table.
    Panel, Chart = "chart", Table = "table"
);
choices!(
    /// Auto follows the system.
    ThemeChoice, Auto = "auto", Light = "light", Dark = "dark", Contrast = "contrast"
);
choices!(TextSize, Normal = "normal", Large = "large");

impl ViewState {
    /// Reads a query, with or without its question mark.
    pub fn parse(query: &str) -> ViewState {
        let mut state = ViewState::default();
        for pair in query.trim_start_matches('?').split('&') {
            let Some((key, value)) = pair.split_once('=') else {
                continue;
            };
            match key {
                "view" => state.panel = Panel::parse(value).unwrap_or(state.panel),
                "theme" => state.theme = ThemeChoice::parse(value).unwrap_or(state.theme),
                "text" => state.text = TextSize::parse(value).unwrap_or(state.text),
                _ => {}
            }
        }
        state
    }

    /// The query with its question mark, empty where all is default.
    pub fn query(self) -> String {
        let pairs = [
            ("view", self.panel.word(), self.panel == Panel::default()),
            ("theme", self.theme.word(), self.theme == ThemeChoice::default()),
            ("text", self.text.word(), self.text == TextSize::default()),
        ];
        let mut query = String::new();
        for (key, word, default) in pairs {
            if !default {
                query.push(if query.is_empty() { '?' } else { '&' });
                query.push_str(key);
                query.push('=');
                query.push_str(word);
            }
        }
        query
    }

    /// What a link to another page takes along.
    #[must_use]
    pub fn carried_on(self) -> ViewState {
        ViewState { panel: Panel::default(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_undoes_query_for_every_state() {
        for &panel in Panel::ALL {
            for &theme in ThemeChoice::ALL {
                for &text in TextSize::ALL {
                    let state = ViewState { panel, theme, text };
                    assert_eq!(ViewState::parse(&state.query()), state);
                }
            }
        }
    }

    #[test]
    fn defaults_are_left_out_and_nonsense_is_ignored() {
        assert_eq!(ViewState::default().query(), "");
        assert_eq!(ViewState::parse("?theme=plaid&x=1&&=&view"), ViewState::default());
        assert_eq!(ViewState::parse("?text=large&theme=dark").query(), "?theme=dark&text=large");
    }
}
