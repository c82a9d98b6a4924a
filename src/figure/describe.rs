//! A drawing in words, for those who do not see it.

use super::kinds::mark_words;
use super::{Areas, Figure, Ladder, Measure, Rung, Subject, computed_label};
use crate::plan::{Computed, Kind};
use crate::quantity::{Lang, spoken};
use crate::words;

/// The whole drawing, whatever of it is shown at the moment.
pub fn describe(subject: &Subject) -> String {
    match subject {
        Subject::Figure(figure) => describe_figure(figure),
        Subject::Areas(areas) => describe_areas(areas),
        Subject::Ladder(ladder) => describe_ladder(ladder),
        Subject::Measure(measure) => describe_measure(measure),
    }
}

fn describe_figure(figure: &Figure) -> String {
    let lang = figure.lang;
    let mut sentences = vec![figure.name.as_str().to_owned()];
    for point in &figure.points {
        let (period, measure) = (point.period.as_str(), point.measure.as_str());
        let (tense, value) = (point.quantity.tense.word(lang), spoken(&point.quantity, lang));
        sentences.push(
            lang.pick(
                format!("{period}，{measure}，{tense}：{value}"),
                format!("{period}, {measure}, {tense}: {value}"),
            ),
        );
        if figure.kind == Kind::Count {
            sentences.extend(mark_words(&point.quantity, lang));
        }
    }
    for (what, number) in &figure.computed {
        let (label, condition) = match (what, figure.per) {
            (Computed::Per, Some([name, condition])) => {
                (lang.pick(format!("{} ", name.as_str()), format!("{}:", name.as_str())), Some(condition))
            }
            (Computed::Ratio | Computed::Rate, _) => {
                (computed_label(*what, lang).unwrap_or_default().to_owned(), figure.scope_condition)
            }
            _ => (computed_label(*what, lang).unwrap_or_default().to_owned(), None),
        };
        let condition = condition.map_or_else(String::new, |condition| {
            lang.pick(format!("{}，", condition.as_str()), format!("{}: ", condition.as_str()))
        });
        let number = &number.text;
        sentences.push(
            lang.pick(format!("推算：{condition}{label}{number}"), format!("Computed: {condition}{label} {number}")),
        );
    }
    paragraph(sentences, lang)
}

fn describe_areas(areas: &Areas) -> String {
    let mut sentences = vec![words::areas_title(areas.lang).to_owned()];
    for figure in &areas.figures {
        for point in &figure.points {
            let (tense, value) = (point.quantity.tense.word(areas.lang), spoken(&point.quantity, areas.lang));
            let measure = point.measure.as_str();
            sentences
                .push(areas.lang.pick(format!("{measure}，{tense}：{value}"), format!("{measure}, {tense}: {value}")));
        }
    }
    paragraph(sentences, areas.lang)
}

fn describe_ladder(ladder: &Ladder) -> String {
    let lang = ladder.lang;
    let rung = |rung: &Rung| {
        let (period, name) = (rung.period.as_str(), rung.name.as_str());
        let value = spoken(&rung.quantity, lang);
        let condition = rung.condition.map_or("", |condition| condition.as_str());
        if rung.computed {
            lang.pick(
                format!("{period}，{name}，推算，{condition}：{value}"),
                format!("{period}, {name}, computed, {condition}: {value}"),
            )
        } else {
            lang.pick(format!("{period}，{name}：{value}"), format!("{period}, {name}: {value}"))
        }
    };
    let sentences = std::iter::once(words::ladder_title(lang).to_owned()).chain(ladder.rungs.iter().map(rung));
    paragraph(sentences.collect(), lang)
}

fn describe_measure(measure: &Measure) -> String {
    let lang = measure.lang;
    let mut sentences = vec![words::measure_title(lang).to_owned()];
    for pillar in &measure.pillars {
        let counts = pillar.counts;
        let (name, numbers, without) = (pillar.name.as_str(), counts.numbers, counts.without);
        sentences.push(lang.pick(
            format!("{name}：带数字的 {numbers} 项，没有数字的 {without} 条"),
            format!("{name}: {numbers} with a number, {without} without"),
        ));
    }
    paragraph(sentences, lang)
}

/// Each sentence with its full stop.
fn paragraph(sentences: Vec<String>, lang: Lang) -> String {
    let stop = lang.pick("。", ". ");
    let text: String = sentences.iter().flat_map(|sentence| [sentence.as_str(), stop]).collect();
    text.trim_end().to_owned()
}
