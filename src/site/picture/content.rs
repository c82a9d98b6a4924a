//! What a picture says, before it has a place.

use super::SheetContext;
use crate::color::Token;
use crate::figure::{FigureChart, FollowUpsChart, Frame, Measure, Subject};
use crate::plan::{self, Commitment, Pillar, Ref, Shown, Value};
use crate::quantity::{Lang, qualifier, spoken};
use crate::words;

/// What a picture is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetSubject {
    Story,
    Pillar(Ref<Pillar>),
    Figure(Ref<plan::Figure>),
    /// A promise without a number.
    Promise(Ref<Commitment>),
    /// Every promise with a number, of a pillar or of the plan.
    Card(Option<Ref<Pillar>>),
    /// What other public sources say of all promises, or of one.
    FollowUps,
    FigureFollowUps(Ref<plan::Figure>),
}

/// What a subject has to say, without a place for it yet.
pub struct SheetContent {
    pub kicker: String,
    pub title: String,
    pub pigment: Token,
    /// What is drawn; where there is nothing to draw, a number and what it counts; where there is no number either, none
    /// and a ring stands in its place.
    pub picture: Result<Subject, (String, String)>,
    pub rows: Vec<SheetRow>,
}

/// A line under the drawing: words, in a frame how they are meant, and where they are written.
pub struct SheetRow {
    pub words: String,
    pub tag: String,
    pub place: String,
    /// What stands in the row's box.
    pub known: String,
}

impl SheetRow {
    /// A value with its qualifiers and its place.
    fn of(value: &Value, lang: Lang) -> SheetRow {
        SheetRow {
            words: format!("{}{}{}", value.measure.as_str(), lang.pick("：", ": "), spoken(&value.quantity, lang)),
            tag: qualifier(&value.quantity, lang),
            place: words::locator(value.at, lang),
            known: String::new(),
        }
    }

    /// Words alone.
    fn words(words: String) -> SheetRow {
        SheetRow { words, tag: String::new(), place: String::new(), known: String::new() }
    }
}

impl SheetContent {
    pub fn of(subject: SheetSubject, context: &SheetContext) -> SheetContent {
        let plan = context.plan;
        let lang = plan.lang;
        match subject {
            SheetSubject::Story => SheetContent {
                kicker: plan.site.city.as_str().to_owned(),
                title: plan.site.title.as_str().to_owned(),
                pigment: Token::Ink,
                picture: Ok(Subject::Measure(Measure::of(plan))),
                rows: Vec::new(),
            },
            SheetSubject::Pillar(reference) => {
                let pillar = &plan[reference];
                let counts = plan.measured(reference);
                let first = plan.figures_of_pillar(reference).next();
                SheetContent {
                    kicker: words::pillar(lang).to_owned(),
                    title: pillar.long.as_str().to_owned(),
                    pigment: Token::of_pillar(reference.position()),
                    picture: first
                        .map(|figure| Subject::Figure(FigureChart::of(plan, figure)))
                        .ok_or_else(|| (counts.without.to_string(), words::promises_here(lang).to_owned())),
                    rows: first
                        .map(|figure| SheetRow::words(plan[figure].finding.plain()))
                        .into_iter()
                        .chain([SheetRow {
                            place: words::locator(pillar.at, lang),
                            ..SheetRow::words(words::measured_marks(&counts, lang))
                        }])
                        .collect(),
                }
            }
            SheetSubject::Promise(reference) => {
                let commitment = &plan[reference];
                let hedge = commitment.hedge.map_or(String::new(), |hedge| plan[hedge].label.as_str().to_owned());
                SheetContent {
                    kicker: words::promise_kicker(plan, commitment),
                    title: commitment.text.plain(),
                    pigment: commitment.pillar.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
                    picture: Err((String::new(), words::no_number(lang).to_owned())),
                    rows: vec![SheetRow {
                        tag: hedge,
                        place: words::locator(commitment.at, lang),
                        ..SheetRow::words(words::promise_unkept(lang).to_owned())
                    }],
                }
            }
            SheetSubject::Card(of) => {
                let pillars = Ref::all(&plan.pillars).filter(|pillar| of.is_none_or(|one| one == *pillar));
                let promised = pillars
                    .flat_map(|pillar| plan.figures_of_pillar(pillar))
                    .filter_map(|figure| plan[figure].promise.as_ref());
                SheetContent {
                    kicker: of.map_or(words::card(lang).to_owned(), |pillar| {
                        format!("{} · {}", words::card(lang), plan[pillar].long.as_str())
                    }),
                    title: words::card_title(lang).to_owned(),
                    pigment: of.map_or(Token::Ink, |pillar| Token::of_pillar(pillar.position())),
                    picture: Err((String::new(), words::card_lede(lang).to_owned())),
                    rows: promised.map(|value| SheetRow::of(value, lang)).collect(),
                }
            }
            SheetSubject::FollowUps => {
                let figures = Ref::all(&plan.figures);
                let promised: Vec<_> =
                    figures.filter_map(|figure| Some((figure, plan[figure].promise.as_ref()?))).collect();
                let latest = |figure| plan.follow_ups_of(figure).pop();
                let known = promised.iter().filter(|(figure, _)| latest(*figure).is_some()).count();
                let row = |(figure, value): &(Ref<plan::Figure>, &Value)| SheetRow {
                    known: latest(*figure).map_or_else(String::new, |entry| {
                        format!("{}\n{}", spoken(&entry.quantity, lang), entry.as_of_words.as_str())
                    }),
                    ..SheetRow::of(value, lang)
                };
                SheetContent {
                    kicker: words::since(lang).to_owned(),
                    title: words::since_title(lang).to_owned(),
                    pigment: Token::Ink,
                    picture: Err((known.to_string(), words::since_known(promised.len(), lang))),
                    rows: promised.iter().map(row).collect(),
                }
            }
            SheetSubject::FigureFollowUps(reference) => {
                let own = SheetContent::of(SheetSubject::Figure(reference), context);
                let Some(since) = FollowUpsChart::of(plan, reference) else { return own };
                let said = since
                    .entries
                    .iter()
                    .map(|(entry, source)| SheetRow::words(crate::figure::since_sentence(entry, source, lang)));
                let rows = own.rows.into_iter().chain(said).collect();
                SheetContent { picture: Ok(Subject::FollowUps(since)), rows, ..own }
            }
            SheetSubject::Figure(reference) => {
                let figure = &plan[reference];
                SheetContent {
                    kicker: figure.pillar.map_or(figure.name, |pillar| plan[pillar].long).as_str().to_owned(),
                    title: figure.finding.plain(),
                    pigment: figure.pillar.map_or(Token::Mark, |pillar| Token::of_pillar(pillar.position())),
                    picture: Ok(Subject::Figure(FigureChart::of(plan, reference))),
                    rows: figure.values().map(|(_, value)| SheetRow::of(value, lang)).collect(),
                }
            }
        }
    }

    /// Whether a ring stands in place of a drawing.
    pub fn is_ring(&self) -> bool {
        self.picture.as_ref().is_err_and(|(number, _)| number.is_empty())
    }

    /// Whether a narrow drawing would be too long to read.
    pub fn is_wide(&self) -> bool {
        self.picture.as_ref().is_ok_and(|subject| {
            let narrow = subject.place(Frame::NARROW, Shown::ALL);
            f64::from(narrow.height) > f64::from(narrow.width) * 1.5
        })
    }
}
