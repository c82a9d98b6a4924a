//! The published file. Its schema is generated from these types, so what is said of a field here is said there.

use crate::plan::{self, Locator, NoteSubject, Plan, Prose, Ref, Slot};
use crate::quantity::{Hedge, Lang, spoken};
use crate::route::{Address, Page};
use crate::site::source::Bilingual;
use crate::text::Text;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use std::collections::HashMap;

/// A text in Chinese and in English.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Pair {
    pub zh: String,
    pub en: String,
}

/// What one article tells of a city’s five years: every number with its qualifiers and its place, every promise without one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document {
    /// Eight hexadecimal digits that change with any byte of the data.
    pub version: String,
    /// SPDX identifier of the licence of this file.
    pub licence: &'static str,
    pub title: Pair,
    pub article: Article,
    /// Every sentence of the article by place and hash; the article itself is not reprinted.
    pub sentences: Vec<Sentence>,
    pub pillars: Vec<Pillar>,
    pub themes: Vec<Theme>,
    pub figures: Vec<Figure>,
    /// Promises without a number; those of the vision have no pillar.
    pub commitments: Vec<Commitment>,
    /// What was done, or is being done, without a number.
    pub milestones: Vec<Milestone>,
    pub glossary: Vec<Term>,
    /// What was read beside the article, in that order.
    pub other_sources: Vec<OtherSource>,
    /// What those sources say of the promises: never part of the article, and nothing above takes anything from it.
    pub since: Vec<FollowUp>,
    /// What those sources say in words: of other spans of years, of things done, of promises without a number.
    pub since_notes: Vec<FollowUpNote>,
    pub changes: Vec<Change>,
}

/// The article that is explained.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Article {
    pub title: Pair,
    pub credit: Pair,
    /// What about the article is not known.
    pub unknown: Pair,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Sentence {
    /// Paragraph and sentence, as in `p3s1`; the title is paragraph zero.
    pub at: String,
    /// SHA-256 of the sentence's UTF-8 text with all white space removed, in hexadecimal digits.
    pub sha256: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Pillar {
    pub id: String,
    pub name: Pair,
    pub summary: Pair,
    pub at: String,
    pub url: Pair,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Theme {
    pub id: String,
    pub name: Pair,
    pub question: Pair,
    pub answer: Pair,
    pub url: Pair,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Figure {
    pub id: String,
    pub name: Pair,
    pub finding: Pair,
    pub pillar: Option<String>,
    pub themes: Vec<String>,
    pub caveats: Vec<Pair>,
    /// What the article states.
    pub values: Vec<Value>,
    /// What was computed from it, never part of the article.
    pub computed: Vec<Computed>,
    pub url: Pair,
}

/// A number of the article.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Value {
    /// `past` for the five years behind, `promise` for the five ahead.
    pub period: &'static str,
    pub measure: Pair,
    pub value: f64,
    /// The upper end, where the article gives a range that begins at `value`.
    pub to: Option<f64>,
    /// `wan-` is 10,000 and `yi-` 100 million of what is named behind it: `yi-yuan` is 100 million yuan, `wan-yi-yuan` a trillion, `wan-mu` 10,000 mu, fifteen mu being a hectare. `percent-change` is a rise over the period, below nought a fall; `times` how many times as much as before.
    pub unit: &'static str,
    /// The whole that a count is part of.
    pub of: Option<u16>,
    /// `done`, `under-way` or `promised`.
    pub tense: &'static str,
    /// The article's qualifiers: `strive` 力争, `hold` 稳定在, `reach` 达到, `all` 全部, `at-least` 以上, `about` 左右, `no-more-than` 不超过, `within` 以内, `every-year` 每年.
    pub hedges: Vec<&'static str>,
    /// Number, unit and qualifiers in words.
    pub written: Pair,
    pub at: String,
    pub sha256: String,
    /// The article's own words that hold the number.
    pub phrase: String,
    /// The article's words for a deadline of this value's own.
    pub deadline: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Computed {
    pub name: &'static str,
    pub value: f64,
    pub written: Pair,
    pub arithmetic: Pair,
    /// What would have to hold for it to mean something.
    pub condition: Option<Pair>,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Commitment {
    pub id: String,
    pub text: Pair,
    pub pillar: Option<String>,
    pub theme: String,
    pub hedge: Option<Pair>,
    pub at: String,
    pub sha256: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Milestone {
    pub id: String,
    pub text: Pair,
    pub under_way: bool,
    pub themes: Vec<String>,
    pub at: String,
    pub sha256: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Term {
    pub id: String,
    pub term: Pair,
    pub at: Vec<String>,
    /// What the article says of it.
    pub article: Pair,
    /// Common knowledge, not from the article.
    pub general: Option<Pair>,
    /// The article names it and does not define it.
    pub undefined: bool,
}

/// A public document that is not the article.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct OtherSource {
    pub id: String,
    pub title: Pair,
    pub publisher: Pair,
    /// ISO 8601.
    pub date: String,
    pub address: String,
    /// When it was read. ISO 8601.
    pub read: String,
    pub note: Option<Pair>,
}

/// What another source says in words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FollowUpNote {
    pub id: String,
    /// Always `another source`, as for a number.
    pub from: &'static str,
    /// Id of the figure, the milestone or the promise that it is about; none where it tells which years the article means.
    pub about: Option<&'static str>,
    /// A year, a month or a day, ISO 8601.
    pub as_of: String,
    pub text: Pair,
    pub source: String,
    /// The source's own words, in its language.
    pub phrase: String,
}

/// A number from another source.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct FollowUp {
    pub id: String,
    /// Always `another source`, so that no row can be taken for the article's.
    pub from: &'static str,
    pub figure: String,
    /// `start` for the time before the promised years, `on-the-way` or `outcome`.
    pub kind: &'static str,
    pub value: f64,
    pub unit: &'static str,
    /// The source's qualifiers, as for the article's values.
    pub hedges: Vec<&'static str>,
    /// Number, unit and qualifiers in words.
    pub written: Pair,
    /// A year, a month or a day, ISO 8601.
    pub as_of: String,
    pub as_of_written: Pair,
    /// In the source's own terms.
    pub measure: Pair,
    /// Whether that is the article's measure: `yes`, `no` or `unclear`. Only with `yes` may the two be compared.
    pub same_measure: &'static str,
    pub reason: Option<Pair>,
    pub source: String,
    /// The source's own words that hold the number.
    pub phrase: Option<String>,
    /// Where in the source it stands.
    pub locator: Option<Pair>,
    /// The entry that corrects this one.
    pub replaced_by: Option<String>,
}

/// A change of the data that readers should know of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Change {
    /// ISO 8601.
    pub date: String,
    /// When its text was corrected. ISO 8601.
    pub corrected: Option<String>,
    pub text: Pair,
}

/// The schema of the published file, JSON Schema 2020-12.
pub fn schema() -> String {
    // `uint16` and `double` are no formats of JSON Schema: strict validators refuse a schema that names them.
    let without_formats = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("format");
    });
    let schema = SchemaSettings::draft2020_12().with_transform(without_formats).into_generator();
    let schema = schema.into_root_schema_for::<Document>();
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

impl Document {
    pub fn of(bilingual: &Bilingual, address: Address) -> Document {
        let Bilingual { zh, en, raw, .. } = bilingual;
        let both = |text: &dyn Fn(&'static Plan) -> String| Pair { zh: text(zh), en: text(en) };
        let prose = |text: &dyn Fn(&'static Plan) -> &'static Prose| both(&|plan| text(plan).plain());
        let url =
            |page: Page| Pair { zh: address.url(&page.path(zh, Lang::Zh)), en: address.url(&page.path(en, Lang::En)) };
        let hashes: HashMap<Locator, &str> = (zh.sentences.iter().zip(&raw.sentences))
            .map(|(sentence, raw)| (sentence.at, raw.sha256.get_ref().as_str()))
            .collect();
        let sha256 = |at: Locator| hashes.get(&at).copied().unwrap_or_default().to_owned();
        let ids = |topics: &[Ref<plan::Topic>]| topics.iter().map(|topic| zh.id_of(*topic).to_owned()).collect();
        Document {
            version: zh.version.as_str().to_owned(),
            licence: "CC-BY-4.0",
            title: both(&|plan| plan.site.title.as_str().to_owned()),
            article: Article {
                title: both(&|plan| plan.site.source.title.as_str().to_owned()),
                credit: prose(&|plan| &plan.site.source.credit),
                unknown: prose(&|plan| &plan.site.source.unknown),
            },
            sentences: (zh.sentences.iter())
                .map(|sentence| Sentence { at: sentence.at.to_string(), sha256: sha256(sentence.at) })
                .collect(),
            pillars: Ref::all(&zh.pillars)
                .map(|pillar| Pillar {
                    id: zh.id_of(pillar).to_owned(),
                    name: both(&|plan| plan[pillar].long.as_str().to_owned()),
                    summary: prose(&|plan| &plan[pillar].lede),
                    at: zh[pillar].at.to_string(),
                    url: url(Page::Pillar(pillar)),
                })
                .collect(),
            themes: Ref::all(&zh.topics)
                .map(|theme| Theme {
                    id: zh.id_of(theme).to_owned(),
                    name: both(&|plan| plan[theme].name.as_str().to_owned()),
                    question: both(&|plan| plan[theme].question.as_str().to_owned()),
                    answer: prose(&|plan| &plan[theme].answer),
                    url: url(Page::Topic(theme)),
                })
                .collect(),
            figures: Ref::all(&zh.figures)
                .map(|figure| Figure {
                    id: zh.id_of(figure).to_owned(),
                    name: both(&|plan| plan[figure].name.as_str().to_owned()),
                    finding: prose(&|plan| &plan[figure].finding),
                    pillar: zh[figure].pillar.map(|pillar| zh.id_of(pillar).to_owned()),
                    themes: ids(&zh[figure].topics),
                    caveats: (0..zh[figure].caveats.len())
                        .map(|index| prose(&|plan| &plan[figure].caveats[index]))
                        .collect(),
                    values: values(bilingual, figure, &sha256),
                    computed: computed(bilingual, figure),
                    url: url(Page::Figure(figure)),
                })
                .collect(),
            commitments: zh
                .commitments
                .iter()
                .zip(en.commitments.iter())
                .map(|(zh_one, en_one)| Commitment {
                    id: zh_one.id.as_str().to_owned(),
                    text: Pair { zh: zh_one.text.plain(), en: en_one.text.plain() },
                    pillar: zh_one.pillar.map(|pillar| zh.id_of(pillar).to_owned()),
                    theme: zh.id_of(zh_one.topic).to_owned(),
                    hedge: zh_one.hedge.map(|hedge| both(&|plan| plan[hedge].label.as_str().to_owned())),
                    at: zh_one.at.to_string(),
                    sha256: sha256(zh_one.at),
                })
                .collect(),
            milestones: (zh.milestones.iter().zip(en.milestones.iter()))
                .map(|(zh_one, en_one)| Milestone {
                    id: zh_one.id.as_str().to_owned(),
                    text: Pair { zh: zh_one.text.plain(), en: en_one.text.plain() },
                    under_way: zh_one.under_way,
                    themes: ids(&zh_one.topics),
                    at: zh_one.at.to_string(),
                    sha256: sha256(zh_one.at),
                })
                .collect(),
            glossary: (zh.terms.iter().zip(en.terms.iter()))
                .map(|(zh_one, en_one)| Term {
                    id: zh_one.id.as_str().to_owned(),
                    term: Pair { zh: zh_one.name.plain(), en: en_one.name.plain() },
                    at: zh_one.at.iter().map(Locator::to_string).collect(),
                    article: Pair { zh: zh_one.article.plain(), en: en_one.article.plain() },
                    general: (zh_one.general.as_ref().zip(en_one.general.as_ref()))
                        .map(|(zh, en)| Pair { zh: zh.plain(), en: en.plain() }),
                    undefined: zh_one.undefined,
                })
                .collect(),
            other_sources: other_sources(bilingual),
            since: since(bilingual),
            since_notes: since_notes(bilingual),
            changes: (zh.site.changes.iter().zip(en.site.changes.iter()))
                .map(|(zh_one, en_one)| Change {
                    date: zh_one.on.as_str().to_owned(),
                    corrected: zh_one.corrected.map(|date| date.as_str().to_owned()),
                    text: Pair { zh: zh_one.text.as_str().to_owned(), en: en_one.text.as_str().to_owned() },
                })
                .collect(),
        }
    }

    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("the document is JSON") + "\n"
    }
}

fn values(bilingual: &Bilingual, figure: Ref<plan::Figure>, sha256: &dyn Fn(Locator) -> String) -> Vec<Value> {
    let value_in =
        |lang: Lang, slot: Slot| bilingual.in_lang(lang)[figure].value(slot).expect("both languages have it");
    bilingual.zh[figure]
        .values()
        .map(|(slot, value)| {
            let quantity = value.quantity;
            let english = value_in(Lang::En, slot);
            Value {
                period: slot.name(),
                measure: Pair { zh: value.measure.as_str().to_owned(), en: english.measure.as_str().to_owned() },
                value: quantity.value,
                to: quantity.to,
                unit: quantity.unit.name(),
                of: quantity.of,
                tense: quantity.tense.name(),
                hedges: Hedge::ALL
                    .iter()
                    .copied()
                    .filter(|hedge| quantity.hedges.has(*hedge))
                    .map(Hedge::name)
                    .collect(),
                written: Pair { zh: spoken(&quantity, Lang::Zh), en: spoken(&english.quantity, Lang::En) },
                at: value.at.to_string(),
                sha256: sha256(value.at),
                phrase: value.phrase.as_str().to_owned(),
                deadline: value.deadline.map(|deadline| deadline.as_str().to_owned()),
            }
        })
        .collect()
}

fn pair(zh: Text, en: Text) -> Pair {
    Pair { zh: zh.as_str().to_owned(), en: en.as_str().to_owned() }
}

fn other_sources(Bilingual { zh, en, .. }: &Bilingual) -> Vec<OtherSource> {
    let both = zh.other_sources.iter().zip(en.other_sources.iter());
    both.map(|(zh, en)| OtherSource {
        id: zh.id.as_str().to_owned(),
        title: pair(zh.title, en.title),
        publisher: pair(zh.publisher, en.publisher),
        date: zh.date.as_str().to_owned(),
        address: zh.address.as_str().to_owned(),
        read: zh.read.as_str().to_owned(),
        note: zh.note.zip(en.note).map(|(zh, en)| pair(zh, en)),
    })
    .collect()
}

fn since_notes(Bilingual { zh: plan, en: english, .. }: &Bilingual) -> Vec<FollowUpNote> {
    let both = plan.since_notes.iter().zip(english.since_notes.iter());
    both.map(|(zh, en)| FollowUpNote {
        id: zh.id.as_str().to_owned(),
        from: "another source",
        about: match zh.about {
            NoteSubject::Figure(figure) => Some(plan.id_of(figure)),
            NoteSubject::Milestone(milestone) => Some(plan.id_of(milestone)),
            NoteSubject::Commitment(commitment) => Some(plan.id_of(commitment)),
            NoteSubject::Years => None,
        },
        as_of: zh.as_of.as_str().to_owned(),
        text: pair(zh.text, en.text),
        source: plan.id_of(zh.source).to_owned(),
        phrase: zh.phrase.as_str().to_owned(),
    })
    .collect()
}

/// All entries, those that were corrected as well.
fn since(Bilingual { zh: plan, en: english, .. }: &Bilingual) -> Vec<FollowUp> {
    let both = plan.since.iter().zip(english.since.iter());
    both.map(|(zh, en)| FollowUp {
        id: zh.id.as_str().to_owned(),
        from: "another source",
        figure: plan.id_of(zh.figure).to_owned(),
        kind: zh.kind.name(),
        value: zh.quantity.value,
        unit: zh.quantity.unit.name(),
        hedges: zh.quantity.hedges.iter().map(Hedge::name).collect(),
        written: Pair { zh: spoken(&zh.quantity, Lang::Zh), en: spoken(&en.quantity, Lang::En) },
        as_of: zh.as_of.as_str().to_owned(),
        as_of_written: pair(zh.as_of_words, en.as_of_words),
        measure: pair(zh.measure, en.measure),
        same_measure: zh.same.name(),
        reason: zh.reason.zip(en.reason).map(|(zh, en)| pair(zh, en)),
        source: plan.id_of(zh.source).to_owned(),
        phrase: zh.phrase.map(|phrase| phrase.as_str().to_owned()),
        locator: zh.locator.zip(en.locator).map(|(zh, en)| pair(zh, en)),
        replaced_by: zh.replaced_by.map(|later| plan.id_of(later).to_owned()),
    })
    .collect()
}

fn computed(bilingual: &Bilingual, figure: Ref<plan::Figure>) -> Vec<Computed> {
    let Bilingual { zh, en, .. } = bilingual;
    let (chinese, english) = (zh[figure].all_computed(zh), en[figure].all_computed(en));
    let condition = |plan: &'static Plan, what| match what {
        plan::Computed::Per => plan[figure].per.as_ref().map(|per| per.condition),
        plan::Computed::Ratio | plan::Computed::Rate => plan[figure].scope_condition,
        _ => None,
    };
    chinese
        .into_iter()
        .zip(english)
        .map(|((what, one), (_, other))| Computed {
            name: what.name(),
            value: one.value,
            written: Pair { zh: one.text, en: other.text },
            arithmetic: Pair { zh: one.arithmetic, en: other.arithmetic },
            condition: condition(zh, what)
                .zip(condition(en, what))
                .map(|(zh, en)| Pair { zh: zh.as_str().to_owned(), en: en.as_str().to_owned() }),
        })
        .collect()
}
