//! The colours: every theme has all of them, and words and marks stand out from what lies under them.

use five_new_bijies::color::{Palette, TOKENS_CSS, Token, palette};

fn themes() -> Vec<(&'static str, Palette)> {
    let selectors = [
        "\n:root",
        ":root:not([data-theme])",
        ":root[data-theme=\"dark\"]",
        ":root[data-theme=\"contrast\"]",
        "  .indigo",
        ":root[data-theme=\"contrast\"] .indigo",
    ];
    selectors.into_iter().map(|selector| (selector, with_light(selector))).collect()
}

/// A theme names what it changes; the rest is the light theme's.
fn with_light(selector: &str) -> Palette {
    let light = palette("\n:root").expect("the light theme has every token");
    let rule = TOKENS_CSS
        .split_once(&format!("{selector} {{"))
        .expect("the theme is there")
        .1
        .split_once('}')
        .expect("it ends")
        .0;
    let mut values = light;
    for token in Token::ALL {
        if let Some((_, rest)) = rule.split_once(&format!("{}:", token.css_name())) {
            let value = rest.split_once(';').expect("a declaration ends").0.trim();
            values[usize::from(token.index())] = five_new_bijies::color::parse_color(value).expect("a colour");
        }
    }
    values
}

/// Contrast by WCAG 2.
fn contrast(a: (u8, u8, u8), b: (u8, u8, u8)) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let light = |(r, g, b): (u8, u8, u8)| 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn words_have_four_and_a_half_to_one_and_marks_three_to_one_in_every_theme() {
    for (theme, palette) in themes() {
        let of = |token: Token| palette[usize::from(token.index())];
        for context in [Token::Paper, Token::Card] {
            for words in [
                Token::Ink,
                Token::Second,
                Token::Pigment(1),
                Token::Pigment(2),
                Token::Pigment(3),
                Token::Pigment(4),
                Token::Pigment(5),
            ] {
                let ratio = contrast(of(words), of(context));
                assert!(ratio >= 4.5, "{theme}: {words:?} on {context:?} has {ratio:.2}");
            }
            let ratio = contrast(of(Token::Mark), of(context));
            assert!(ratio >= 3.0, "{theme}: marks on {context:?} have {ratio:.2}");
        }
        let ratio = contrast(of(Token::Wax), of(Token::Cloth));
        assert!(ratio >= 4.5, "{theme}: wax on cloth has {ratio:.2}");
    }
}

#[test]
fn the_dark_theme_is_the_same_by_system_and_by_choice() {
    assert_eq!(with_light(":root:not([data-theme])"), with_light(":root[data-theme=\"dark\"]"));
}
