//! A drawing in words, for those who do not see it.

use super::kinds::mark_words;
use super::{
    Areas, DrawingPart, Emphasis, Field, FigureChart, FollowUpsChart, Group, Ladder, Measure, MeasuredPillar, Own,
    PillarPromises, Point, Rulers, Rung, Subject, computed_label,
};
use crate::plan::{Computed, ComputedNumber, FollowUp, Kind, Locator, OtherSource, Slot, index_after};
use crate::quantity::{Lang, spoken};
use crate::text::Text;
use crate::words;

/// The whole drawing, whatever of it is shown at the moment.
pub fn describe(subject: &Subject) -> String {
    match subject {
        Subject::Figure(figure) => describe_figure(figure),
        Subject::Areas(areas) => describe_areas(areas),
        Subject::Ladder(ladder) => describe_ladder(ladder),
        Subject::Measure(measure) => describe_measure(measure),
        Subject::Several(several) => {
            several.figures.iter().map(describe_figure).collect::<Vec<_>>().join(several.lang.pick("", " "))
        }
        Subject::Promises(promises) => {
            paragraph(promises.promises.iter().map(|promise| promise.text.clone()).collect(), promises.lang)
        }
        Subject::Pillar(pillar) => paragraph(vec![pillar_sentence(pillar)], pillar.lang),
        Subject::Field(field) => describe_field(field),
        Subject::Rulers(rulers) => describe_rulers(rulers),
        Subject::Square(square) => {
            square.members().map(describe_figure).collect::<Vec<_>>().join(square.lang.pick("", " "))
        }
        Subject::Own(own) => describe_own(own),
        Subject::Guess(guess) => paragraph(guess.sentences(), guess.figure.lang),
        Subject::FollowUps(since) => describe_follow_ups(since),
    }
}

fn describe_follow_ups(FollowUpsChart { figure, entries }: &FollowUpsChart) -> String {
    let lang = figure.lang;
    let entries = entries.iter().map(|(entry, source)| since_sentence(entry, source, lang)).collect();
    format!("{}{}{}", describe_figure(figure), lang.pick("", " "), paragraph(entries, lang))
}

/// What another source says, with whose it is and whether it is the article's measure.
pub fn since_sentence(entry: &FollowUp, source: &OtherSource, lang: Lang) -> String {
    let (kind, same) = (words::since_kind(entry.kind, lang), words::same_measure(entry.same, lang));
    let (as_of, measure) = (entry.as_of_words.as_str(), entry.measure.as_str());
    let (publisher, title, value) = (source.publisher.as_str(), source.title.as_str(), spoken(&entry.quantity, lang));
    let reason = entry.reason.map_or_else(String::new, |reason| {
        lang.pick(format!("，{}", reason.as_str()), format!(": {}", reason.as_str()))
    });
    lang.pick(
        format!("来自别的来源，{publisher}，{title}：{as_of}，{measure}，{kind}：{value}；{same}{reason}"),
        format!("From another source, {publisher}, {title}: {as_of}, {measure}, {kind}: {value}; {same}{reason}"),
    )
}

fn describe_figure(figure: &FigureChart) -> String {
    let mut sentences = vec![figure.name.as_str().to_owned()];
    for point in &figure.points {
        sentences.push(point_sentence(figure, point));
        if figure.kind == Kind::Count {
            sentences.extend(mark_words(&point.quantity, figure.lang));
        }
    }
    sentences.extend(figure.computed.iter().map(|(what, number)| computed_sentence(figure, *what, number)));
    paragraph(sentences, figure.lang)
}

fn point_sentence(figure: &FigureChart, point: &Point) -> String {
    let lang = figure.lang;
    let (period, measure) = (point.period.as_str(), point.measure.as_str());
    let (tense, value) = (point.quantity.tense.word(lang), spoken(&point.quantity, lang));
    lang.pick(format!("{period}，{measure}，{tense}：{value}"), format!("{period}, {measure}, {tense}: {value}"))
}

fn computed_sentence(figure: &FigureChart, what: Computed, number: &ComputedNumber) -> String {
    let lang = figure.lang;
    let (label, condition) = match (what, figure.per) {
        (Computed::Per, Some([name, condition])) => {
            (lang.pick(format!("{} ", name.as_str()), format!("{}:", name.as_str())), Some(condition))
        }
        (Computed::Ratio | Computed::Rate, _) => {
            (computed_label(what, lang).unwrap_or_default().to_owned(), figure.scope_condition)
        }
        _ => (computed_label(what, lang).unwrap_or_default().to_owned(), None),
    };
    let condition = condition.map_or_else(String::new, |condition| {
        lang.pick(format!("{}，", condition.as_str()), format!("{}: ", condition.as_str()))
    });
    let number = &number.text;
    lang.pick(format!("推算：{condition}{label}{number}"), format!("Computed: {condition}{label} {number}"))
}

/// What is said of one part of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct PartDescription {
    /// One or more sentences, with tense and qualifiers.
    pub words: String,
    /// Where it is written; nowhere for what we computed.
    pub at: Option<Locator>,
    /// How we came by it.
    pub arithmetic: Vec<String>,
    /// Id of the figure it belongs to.
    pub figure: Option<Text>,
}

/// What stands at a spot of the drawing. None for a part that the subject has not.
pub fn describe_part(subject: &Subject, part: DrawingPart) -> Option<PartDescription> {
    match (subject, part) {
        (Subject::Figure(figure) | Subject::Own(Own { figure, .. }), part) => describe_part_of_figure(figure, part),
        (Subject::Areas(areas), DrawingPart::Member(index)) => {
            let figure = areas.figures.get(index)?;
            describe_part_of_figure(figure, figure.points.last()?.slot.into())
        }
        (Subject::Ladder(ladder), DrawingPart::Member(index)) => {
            let rung = ladder.rungs.get(index)?;
            Some(PartDescription {
                words: paragraph(vec![rung_sentence(rung, ladder.lang)], ladder.lang),
                at: rung.at,
                arithmetic: Vec::new(),
                figure: Some(rung.figure),
            })
        }
        (Subject::Measure(measure), DrawingPart::Member(index)) => {
            let pillar = measure.pillars.get(index)?;
            let kinds =
                words::measured_kinds(&pillar.counts, measure.lang).replace("· ", measure.lang.pick("，", ", "));
            let sentences = [measured_sentence(pillar, measure.lang), kinds];
            let sentences = sentences.into_iter().filter(|words| !words.is_empty()).collect();
            Some(PartDescription {
                words: paragraph(sentences, measure.lang),
                at: None,
                arithmetic: Vec::new(),
                figure: None,
            })
        }
        (Subject::Several(several), DrawingPart::Member(index)) => {
            let figure = several.figures.get(index)?;
            describe_part_of_figure(figure, figure.points.last()?.slot.into())
        }
        (Subject::Promises(promises), DrawingPart::Member(index)) => {
            let promise = promises.promises.get(index)?;
            let words = paragraph(vec![promise.text.clone()], promises.lang);
            Some(PartDescription { words, at: Some(promise.at), arithmetic: Vec::new(), figure: None })
        }
        (Subject::Pillar(pillar), DrawingPart::Member(_)) => {
            let words = paragraph(vec![pillar_sentence(pillar)], pillar.lang);
            Some(PartDescription { words, at: None, arithmetic: Vec::new(), figure: None })
        }
        (Subject::Field(field), DrawingPart::Member(index)) => {
            let group = field.groups.get(index)?;
            let words = paragraph(vec![group_sentence(field, group)], field.lang);
            Some(PartDescription { words, at: None, arithmetic: Vec::new(), figure: None })
        }
        (Subject::Rulers(rulers), DrawingPart::Member(index)) => {
            let (side, number, pair) = rulers.number(index)?;
            let lang = rulers.lang;
            let (period, name) = (rulers.periods[side].as_str(), number.name.as_str());
            let value = &number.said;
            let mut sentences =
                vec![lang.pick(format!("{period}，{name}：{value}"), format!("{period}, {name}: {value}"))];
            sentences.extend(pair.map(|pair| words::alike(pair.alike, pair.reason.as_str(), lang)));
            Some(PartDescription {
                words: paragraph(sentences, lang),
                at: Some(number.at),
                arithmetic: Vec::new(),
                figure: Some(number.figure),
            })
        }
        (Subject::Square(square), DrawingPart::Member(index)) => {
            let figure = square.members().nth(index)?;
            describe_part_of_figure(figure, figure.points.last()?.slot.into())
        }
        (Subject::FollowUps(since), DrawingPart::FollowUp(index)) => {
            let (entry, source) = since.entries.get(index)?;
            let lang = since.figure.lang;
            let words = paragraph(vec![since_sentence(entry, source, lang)], lang);
            Some(PartDescription { words, at: None, arithmetic: Vec::new(), figure: Some(since.figure.id) })
        }
        (Subject::FollowUps(since), part) => describe_part_of_figure(&since.figure, part),
        // Before it is told, the article's value stays untold.
        (Subject::Guess(guess), part) if guess.is_answered() => describe_part_of_figure(&guess.figure, part),
        _ => None,
    }
}

fn pillar_sentence(pillar: &PillarPromises) -> String {
    let marks = words::measured_marks(&pillar.counts, pillar.lang);
    pillar.lang.pick(format!("{}：{marks}", pillar.name.as_str()), format!("{}: {marks}", pillar.name.as_str()))
}

/// How many numbers each side has, and the pairs by name.
fn describe_rulers(rulers: &Rulers) -> String {
    let lang = rulers.lang;
    let sides = [&rulers.past, &rulers.promised].into_iter().zip(rulers.periods);
    let mut sentences: Vec<String> =
        sides.map(|(numbers, period)| words::rulers_side(period.as_str(), numbers.len(), lang)).collect();
    sentences.extend(rulers.pairs.iter().map(|pair| {
        let (past, promised) = (&rulers.past[pair.past], &rulers.promised[pair.promised]);
        let (name, before, after) = (promised.name.as_str(), &past.said, &promised.said);
        let alike = words::alike(pair.alike, pair.reason.as_str(), lang);
        lang.pick(format!("{name}，{before}，{after}：{alike}"), format!("{name}, {before}, then {after}: {alike}"))
    }));
    if rulers.pairs.is_empty() {
        sentences.push(words::no_rulers(lang).to_owned());
    }
    paragraph(sentences, lang)
}

/// How many promises there are, which of them stand out, and how many each group has.
fn describe_field(field: &Field) -> String {
    let lang = field.lang;
    let (count, numbers) = (field.dots.len(), field.dots.iter().filter(|dot| dot.promise.has_number()).count());
    let lit = field.dots.iter().filter(|dot| dot.lit).count();
    let mut sentences = vec![words::field_all(count, numbers, lang)];
    sentences.extend(match &field.emphasis {
        Emphasis::None | Emphasis::Numbers => None,
        Emphasis::Rulers => Some(words::field_rulers(lit, lang)),
        Emphasis::Topic(_) | Emphasis::Own { .. } => (lit < count).then(|| words::field_lit(lit, lang)),
    });
    sentences.extend(field.groups.iter().map(|group| group_sentence(field, group)));
    paragraph(sentences, lang)
}

fn group_sentence(field: &Field, group: &Group) -> String {
    let (name, counts) = (group.name.as_str(), words::field_group(group.count, group.numbers, field.lang));
    let lit = match field.emphasis {
        Emphasis::Topic(_) | Emphasis::Own { .. } if group.lit < group.count => {
            format!("{}{}", field.lang.pick("，", ", "), words::field_lit(group.lit, field.lang))
        }
        _ => String::new(),
    };
    field.lang.pick(format!("{name}：{counts}{lit}"), format!("{name}: {counts}{lit}"))
}

/// The figure, and where the pace leads that a reader tries.
fn describe_own(Own { figure, trial }: &Own) -> String {
    let lang = figure.lang;
    let tried = trial.as_ref().filter(|trial| trial.is_tried()).map(|trial| trial.result_words(lang));
    let parts: Vec<String> = std::iter::once(describe_figure(figure)).chain(tried).collect();
    parts.join(lang.pick("", " "))
}

fn describe_part_of_figure(figure: &FigureChart, part: DrawingPart) -> Option<PartDescription> {
    let lang = figure.lang;
    let told = |sentences, at, arithmetic| PartDescription {
        words: paragraph(sentences, lang),
        at,
        arithmetic,
        figure: Some(figure.id),
    };
    let value = |slot| {
        let point = figure.point(slot)?;
        let marks = (figure.kind == Kind::Count).then(|| mark_words(&point.quantity, lang)).into_iter().flatten();
        Some(told(std::iter::once(point_sentence(figure, point)).chain(marks).collect(), Some(point.at), Vec::new()))
    };
    match part {
        DrawingPart::Past => value(Slot::Past),
        DrawingPart::Promise => value(Slot::Promise),
        DrawingPart::Comparison => {
            let numbers =
                || figure.computed.iter().filter(|(what, _)| matches!(what, Computed::Ratio | Computed::Rate));
            let sentences = numbers().map(|(what, number)| computed_sentence(figure, *what, number)).collect();
            Some(told(sentences, None, numbers().map(|(_, number)| number.arithmetic.clone()).collect()))
        }
        DrawingPart::Year(year) => {
            let pace = figure.points.last()?.quantity;
            let (level, arithmetic) = index_after(pace.value, year);
            let words = lang.pick(
                format!("推算：照这个速度，{year} 年后 100 变成 {level}"),
                format!(
                    "Computed: at this pace, 100 becomes {level} after {year} year{}",
                    if year == 1 { "" } else { "s" }
                ),
            );
            Some(told(vec![words], None, vec![arithmetic]))
        }
        DrawingPart::Member(_) | DrawingPart::FollowUp(_) => None,
    }
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
    let sentences = std::iter::once(words::ladder_title(lang).to_owned())
        .chain(ladder.rungs.iter().map(|rung| rung_sentence(rung, lang)));
    paragraph(sentences.collect(), lang)
}

fn rung_sentence(rung: &Rung, lang: Lang) -> String {
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
}

fn describe_measure(measure: &Measure) -> String {
    let lang = measure.lang;
    let mut sentences = vec![words::measure_title(lang).to_owned()];
    for pillar in &measure.pillars {
        sentences.push(measured_sentence(pillar, lang));
    }
    paragraph(sentences, lang)
}

fn measured_sentence(pillar: &MeasuredPillar, lang: Lang) -> String {
    let (name, numbers, without) = (pillar.name.as_str(), pillar.counts.numbers, pillar.counts.without);
    lang.pick(
        format!("{name}：带数字的 {numbers} 项，没有数字的 {without} 条"),
        format!("{name}: {numbers} with a number, {without} without"),
    )
}

/// Each sentence with a capital and its full stop.
fn paragraph(sentences: Vec<String>, lang: Lang) -> String {
    let stop = lang.pick("。", ". ");
    let text: String = sentences.iter().flat_map(|sentence| [capital(sentence), stop.to_owned()]).collect();
    text.trim_end().to_owned()
}

/// The sentence with a capital: names of periods and measures begin with a small letter in English.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
