//! Tense and hedges: whether a value was delivered or is promised, and the words that limit it.

use super::Lang;
use serde::{Deserialize, Serialize};

/// Whether a value was delivered, is being delivered, or is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tense {
    Done,
    UnderWay,
    Promised,
}

impl Tense {
    pub const ALL: [Tense; 3] = [Tense::Done, Tense::UnderWay, Tense::Promised];

    /// Name in the open data.
    pub const fn name(self) -> &'static str {
        match self {
            Tense::Done => "done",
            Tense::UnderWay => "under-way",
            Tense::Promised => "promised",
        }
    }

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
    /// 以内: a ceiling, not passed.
    Within,
    /// 不超过: a ceiling too, in the article's other words.
    NoMoreThan,
    /// 每年: so much in each year, not in all of them together.
    EveryYear,
}

impl Hedge {
    pub const ALL: [Hedge; 9] = [
        Hedge::Strive,
        Hedge::Hold,
        Hedge::Reach,
        Hedge::All,
        Hedge::AtLeast,
        Hedge::About,
        Hedge::NoMoreThan,
        Hedge::Within,
        Hedge::EveryYear,
    ];

    /// Name in the data files.
    pub const fn name(self) -> &'static str {
        match self {
            Hedge::Strive => "strive",
            Hedge::AtLeast => "at-least",
            Hedge::About => "about",
            Hedge::Reach => "reach",
            Hedge::Hold => "hold",
            Hedge::All => "all",
            Hedge::Within => "within",
            Hedge::NoMoreThan => "no-more-than",
            Hedge::EveryYear => "every-year",
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
            Hedge::Within => lang.pick("以内", "within"),
            Hedge::NoMoreThan => lang.pick("不超过", "at most"),
            Hedge::EveryYear => lang.pick("每年", "every year"),
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// A set of hedges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedges(u16);

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
        self.has(Hedge::Strive)
            || self.has(Hedge::AtLeast)
            || self.has(Hedge::About)
            || self.has(Hedge::Hold)
            || self.is_ceiling()
    }

    /// Whether the value is the most that there may be.
    pub const fn is_ceiling(self) -> bool {
        self.has(Hedge::Within) || self.has(Hedge::NoMoreThan)
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
