//! Words that say how firmly, or how exactly, a number is meant, as rows of data.

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

/// What a hedge does to the value, for what is drawn and compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// It bounds nothing: a manner, a rhythm, a whole.
    None,
    /// The least that there may be.
    Floor,
    /// The most that there may be.
    Ceiling,
    /// Somewhere near, on either side.
    About,
    /// A little more.
    Over,
    /// A little less.
    Under,
}

/// Makes each column a list of its own, so that a program carries only those it reads.
macro_rules! hedges {
    ($($(#[$about:meta])* $hedge:ident $name:literal [$chinese:literal, $english:literal] $bound:ident $softens:literal, $said:expr;)*) => {
        /// One word of the article that says how firmly, or how exactly, a number is meant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Hedge {
            $($(#[$about])* $hedge,)*
        }

        impl Hedge {
            /// In the order in which they are said.
            pub const ALL: &[Hedge] = &[$(Hedge::$hedge,)*];
        }

        const NAMES: &[&str] = &[$($name,)*];
        const WORDS: &[[&str; 2]] = &[$([$chinese, $english],)*];
        const BOUNDS: &[Bound] = &[$(Bound::$bound,)*];
        /// Those that say that the value is not firm or not exact; a level reached or the whole of something is.
        const SOFT: u32 = 0 $(| ($softens as u32) << Hedge::$hedge as u32)*;
        /// What stands before and behind the number in each language.
        const SAID: &[[[&str; 2]; 2]] = &[$($said,)*];
    };
}

hedges! {
    /// 预计, 有望: what is expected, not pledged.
    Expected "expected" ["预计", "expected"] None true, [["预计", ""], ["expected to be ", ""]];
    /// 每年: so much in each year, not in all of them together.
    EveryYear "every-year" ["每年", "every year"] None false, [["每年", ""], ["", " every year"]];
    /// 年均, of what is no rate.
    YearlyAverage "yearly-average" ["年均", "a year on average"] None false, [["年均", ""], ["", " a year on average"]];
    EveryMonth "every-month" ["每月", "every month"] None false, [["每月", ""], ["", " every month"]];
    EveryDay "every-day" ["每天", "every day"] None false, [["每天", ""], ["", " every day"]];
    /// 人均, 户均, 每千人口: for each of what the measure names.
    Average "average" ["平均", "on average"] None false, [["平均", ""], ["", " on average"]];
    /// 确保: firmer than a promise.
    Ensure "ensure" ["确保", "to be ensured"] None false, [["确保", ""], ["to be ensured: ", ""]];
    /// 力争: an effort, not a pledge.
    Strive "strive" ["力争", "aims for"] None true, [["力争", ""], ["aims for ", ""]];
    /// 均, 各: each of several.
    Each "each" ["各", "each"] None false, [["各", ""], ["", " each"]];
    /// 增加: by so much more, not up to it.
    Rise "rise" ["增加", "a rise of"] None false, [["增加", ""], ["a rise of ", ""]];
    /// 减少: by so much less.
    Fall "fall" ["减少", "a fall of"] None false, [["减少", ""], ["a fall of ", ""]];
    /// 稳定在: a level to keep.
    Hold "hold" ["稳定在", "hold at"] None true, [["稳定在", ""], ["hold at ", ""]];
    /// 控制在: a level not to be left.
    Keep "keep" ["控制在", "kept to"] None true, [["控制在", ""], ["kept to ", ""]];
    /// 达, 达到: a level to reach, or reached.
    Reach "reach" ["达到", "reach"] None false, [["达到", ""], ["", ""]];
    /// 超过, 突破, 高于: more, by how much is open.
    MoreThan "more-than" ["超过", "more than"] Floor true, [["超过", ""], ["more than ", ""]];
    /// 不低于: a floor, in the article's other words.
    NoLessThan "no-less-than" ["不低于", "no less than"] Floor true, [["不低于", ""], ["no less than ", ""]];
    /// 不超过: a ceiling, in the article's other words.
    NoMoreThan "no-more-than" ["不超过", "at most"] Ceiling true, [["不超过", ""], ["no more than ", ""]];
    /// 低于, 不足: less, by how much is open.
    LessThan "less-than" ["低于", "less than"] Ceiling true, [["低于", ""], ["less than ", ""]];
    /// 近, 接近: a little less.
    JustUnder "just-under" ["接近", "nearly"] Under true, [["接近", ""], ["nearly ", ""]];
    /// 几十, 数百万: some times as much.
    Several "several" ["好几个", "several times"] Floor true, [["好几个", ""], ["several times ", ""]];
    /// 全部, 全覆盖, 全面: the whole.
    All "all" ["全部", "all"] None false, [["全部", ""], ["all ", ""]];
    /// 余, 多: a little more.
    JustOver "just-over" ["出头", "just over"] Over true, [["", "出头"], ["just over ", ""]];
    /// 以上: a floor.
    AtLeast "at-least" ["以上", "at least"] Floor true, [["", "以上"], ["at least ", ""]];
    /// 以内: a ceiling, not passed.
    Within "within" ["以内", "within"] Ceiling true, [["", "以内"], ["within ", ""]];
    /// 以下: a ceiling.
    OrLess "or-less" ["以下", "or less"] Ceiling true, [["", "以下"], ["", " or less"]];
    /// 级: of that size.
    Class "class" ["级", "on the scale of"] About true, [["", "级"], ["on the scale of ", ""]];
    /// 左右: about.
    About "about" ["左右", "about"] About true, [["", "左右"], ["about ", ""]];
}

impl Hedge {
    /// Name in the data files.
    pub fn name(self) -> &'static str {
        NAMES[self as usize]
    }

    pub fn from_name(name: &str) -> Option<Hedge> {
        Self::ALL.iter().copied().find(|hedge| hedge.name() == name)
    }

    pub fn word(self, lang: Lang) -> &'static str {
        let [chinese, english] = WORDS[self as usize];
        lang.pick(chinese, english)
    }

    pub fn bound(self) -> Bound {
        BOUNDS[self as usize]
    }

    /// What is said before and behind the number.
    pub fn said(self, lang: Lang) -> [&'static str; 2] {
        let [chinese, english] = SAID[self as usize];
        lang.pick(chinese, english)
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of hedges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedges(u32);

impl Hedges {
    pub const NONE: Hedges = Hedges(0);

    pub const fn has(self, hedge: Hedge) -> bool {
        self.0 & hedge.bit() != 0
    }

    #[must_use]
    pub const fn with(self, hedge: Hedge) -> Hedges {
        Hedges(self.0 | hedge.bit())
    }

    #[must_use]
    pub const fn without(self, hedge: Hedge) -> Hedges {
        Hedges(self.0 & !hedge.bit())
    }

    /// Whether one of them says that the value is not firm or not exact; a level reached or the whole of something is.
    pub const fn softens(self) -> bool {
        self.0 & SOFT != 0
    }

    /// Whether one of them bounds the value so.
    pub fn bound(self, bound: Bound) -> bool {
        self.iter().any(|hedge| hedge.bound() == bound)
    }

    /// Whether the value is the least that there may be.
    pub fn is_floor(self) -> bool {
        self.bound(Bound::Floor)
    }

    /// Whether the value is the most that there may be.
    pub fn is_ceiling(self) -> bool {
        self.bound(Bound::Ceiling)
    }

    /// Whether the value is only near.
    pub fn is_about(self) -> bool {
        [Bound::About, Bound::Over, Bound::Under].into_iter().any(|bound| self.bound(bound))
    }

    pub fn iter(self) -> impl Iterator<Item = Hedge> {
        Hedge::ALL.iter().copied().filter(move |hedge| self.has(*hedge))
    }
}

impl FromIterator<Hedge> for Hedges {
    fn from_iter<I: IntoIterator<Item = Hedge>>(hedges: I) -> Self {
        hedges.into_iter().fold(Hedges::NONE, Hedges::with)
    }
}
