use super::{Lang, Quantity, Unit, written};
use serde::{Deserialize, Serialize};

/// Whether a value was delivered, is being delivered, or is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tense {
    Done,
    UnderWay,
    Promised,
}

impl Tense {
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Tense::Done => lang.pick("已做到", "done"),
            Tense::UnderWay => lang.pick("还在建", "under way"),
            Tense::Promised => lang.pick("承诺", "promised"),
        }
    }
}

/// One word of the article that says how firmly, or how exactly, a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// 力争: an effort, not a pledge.
    Strive,
    /// 以上: a floor.
    AtLeast,
    /// 左右: about.
    About,
    /// 达, 达到: a level to reach, or reached.
    Reach,
    /// 稳定在: a level to keep.
    Hold,
    /// 全部, 全覆盖, 全面: the whole.
    All,
}

impl Hedge {
    pub const ALL: [Hedge; 6] = [Hedge::Strive, Hedge::Hold, Hedge::Reach, Hedge::All, Hedge::AtLeast, Hedge::About];

    /// Name in the data files.
    pub const fn name(self) -> &'static str {
        match self {
            Hedge::Strive => "strive",
            Hedge::AtLeast => "at-least",
            Hedge::About => "about",
            Hedge::Reach => "reach",
            Hedge::Hold => "hold",
            Hedge::All => "all",
        }
    }

    pub fn from_name(name: &str) -> Option<Hedge> {
        Self::ALL.into_iter().find(|hedge| hedge.name() == name)
    }

    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Hedge::Strive => lang.pick("力争", "aims for"),
            Hedge::AtLeast => lang.pick("以上", "at least"),
            Hedge::About => lang.pick("左右", "about"),
            Hedge::Reach => lang.pick("达到", "reach"),
            Hedge::Hold => lang.pick("稳定在", "hold at"),
            Hedge::All => lang.pick("全部", "all"),
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of hedges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedges(u8);

impl Hedges {
    pub const NONE: Hedges = Hedges(0);

    pub const fn has(self, hedge: Hedge) -> bool {
        self.0 & hedge.bit() != 0
    }

    #[must_use]
    pub const fn with(self, hedge: Hedge) -> Hedges {
        Hedges(self.0 | hedge.bit())
    }

    /// Whether one of them says that the value is not firm or not exact; a level reached or the whole of something is.
    pub const fn softens(self) -> bool {
        self.has(Hedge::Strive) || self.has(Hedge::AtLeast) || self.has(Hedge::About) || self.has(Hedge::Hold)
    }

    pub fn iter(self) -> impl Iterator<Item = Hedge> {
        Hedge::ALL.into_iter().filter(move |hedge| self.has(*hedge))
    }
}

impl FromIterator<Hedge> for Hedges {
    fn from_iter<I: IntoIterator<Item = Hedge>>(hedges: I) -> Self {
        hedges.into_iter().fold(Hedges::NONE, Hedges::with)
    }
}

/// The hedges of a quantity in words that fit its unit and tense.
pub fn hedge_words(quantity: &Quantity, lang: Lang) -> Vec<&'static str> {
    let words = quantity.hedges.iter().map(|hedge| match hedge {
        // 7 of 7 is "all"; 100 % of villages is "full coverage".
        Hedge::All if quantity.unit == Unit::Percent => lang.pick("全覆盖", "full coverage"),
        // A span of years is not itself full: what it is a span of is applied in full.
        Hedge::All if quantity.unit == Unit::Years => lang.pick("全面实施", "applied in full"),
        Hedge::Reach if quantity.tense != Tense::Promised => lang.pick("达到", "reached"),
        hedge => hedge.word(lang),
    });
    words.collect()
}

/// The tag beside a number: tense and hedges in few words, "承诺 · 力争 · 左右".
pub fn qualifier(quantity: &Quantity, lang: Lang) -> String {
    let mut words = vec![quantity.tense.word(lang)];
    words.extend(hedge_words(quantity, lang));
    words.join(" · ")
}

/// The number in a spoken phrase with its hedges: "力争达到 2,400 亿元", "hold at 60% or above".
pub fn spoken(quantity: &Quantity, lang: Lang) -> String {
    let hedges = quantity.hedges;
    let number = written(quantity, lang).to_string();
    let whole = match quantity.of {
        Some(of) => lang.pick(format!("（共 {of}）"), format!(" of {of}")),
        None => String::new(),
    };
    match lang {
        Lang::Zh => {
            let mut text = String::new();
            for hedge in [Hedge::Strive, Hedge::Hold, Hedge::Reach, Hedge::All] {
                if hedges.has(hedge) {
                    text.push_str(match hedge {
                        Hedge::All if quantity.unit == Unit::Percent => "全覆盖，",
                        Hedge::All if quantity.unit == Unit::Years => "全面实施，",
                        hedge => hedge.word(lang),
                    });
                }
            }
            if text.chars().last().is_some_and(|c| c != '，') {
                text.push(' ');
            }
            text.push_str(&number);
            text.push_str(&whole);
            for hedge in [Hedge::AtLeast, Hedge::About] {
                if hedges.has(hedge) {
                    if number.ends_with('%') {
                        text.push(' ');
                    }
                    text.push_str(hedge.word(lang));
                }
            }
            text
        }
        Lang::En => {
            let mut text = String::new();
            match (hedges.has(Hedge::Strive), hedges.has(Hedge::Reach)) {
                (true, true) => text.push_str("aims to reach "),
                (true, false) => text.push_str("aims for "),
                (false, true) if quantity.tense == Tense::Promised => text.push_str("to reach "),
                (false, true) => text.push_str("reached "),
                (false, false) => {}
            }
            if hedges.has(Hedge::Hold) {
                text.push_str("hold at ");
            }
            if hedges.has(Hedge::All) {
                text.push_str(match quantity.unit {
                    Unit::Percent => "full coverage, ",
                    Unit::Years => "applied in full, ",
                    _ => "all ",
                });
            }
            let floor = hedges.has(Hedge::AtLeast);
            if floor && !hedges.has(Hedge::Hold) {
                text.push_str("at least ");
            }
            if hedges.has(Hedge::About) {
                text.push_str("about ");
            }
            if let Some(of) = quantity.of {
                let parts = written(quantity, lang);
                text.push_str(&format!("{} of {of}{}", parts.number, parts.rest()));
            } else {
                text.push_str(&number);
            }
            if floor && hedges.has(Hedge::Hold) {
                text.push_str(" or above");
            }
            text
        }
    }
}
