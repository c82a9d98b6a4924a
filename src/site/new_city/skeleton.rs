//! The files of a plan that is begun: entries that load, and every field that there is with a line on it.

use super::draft::{Draft, DraftSentence, Measure, no_digits, said};
use crate::quantity::{Hedge, Noun, Unit};
use crate::site::IN_MEMORY;
use std::fmt::Write;

/// Each file's name and text.
pub fn files(draft: &Draft) -> Vec<(&'static str, String)> {
    vec![
        ("site.toml", site(draft)),
        ("sentences.toml", sentences(draft)),
        ("pillars.toml", pillars(draft)),
        ("themes.toml", THEMES.to_owned()),
        ("figures.toml", figures(draft)),
        ("milestones.toml", milestones(draft)),
        ("hedges.toml", HEDGES.to_owned()),
        ("commitments.toml", commitments(draft)),
        ("glossary.toml", GLOSSARY.to_owned()),
        ("story.toml", story(draft)),
    ]
}

const THEMES: &str = r#"# Sides of daily life, each with a question that a reader comes with. All that is drafted stands under one; make more.
[[theme]]
id = "all"                                                        # part of addresses: lower-case letters, digits, hyphens
name = { zh = "方方面面", en = "All of it" }
question = { zh = "会有什么变化？", en = "What will change?" }      # a reader's own question
answer = { zh = "一共{#figures}个数字、{#commitments}条没有数字的承诺。这一段还没写。", en = "{#figures} figures and {#commitments} promises without a number. Not yet written." }
"#;

const HEDGES: &str = r#"# Words that say how firm a promise without a number is; a commitment names one in `hedge`.
# [[hedge]]
# id = "speed-up"
# word = "加快"                                                   # as the article writes it
# label = { zh = "加快", en = "speeding up" }
# meaning = { zh = "…", en = "…" }                                # what it says, and what it leaves open
# ask = { zh = "…", en = "…" }                                    # what to ask of such a promise
"#;

const GLOSSARY: &str = r#"# The article's shorthand; texts link to it as [words](id).
# [[term]]
# id = "first"
# term = { zh = "…", en = "…" }
# at = ["p1s1"]                                                   # where the article has it
# article = { zh = "…", en = "…" }                                # what the article says of it
# general = { zh = "…", en = "…" }                                # what it means elsewhere; may be left out
# undefined = true                                                # where the article names it and does not define it
"#;

/// A text in both languages: the English one is still to be written.
fn pair(zh: &str) -> String {
    format!("{{ zh = {}, en = {} }}", quoted(zh), quoted(&format!("… {zh}")))
}

fn site(draft: &Draft) -> String {
    let plain = |text: &str| -> String { no_digits(text).chars().take(60).collect() };
    let title = plain(&draft.title);
    let city = title
        .char_indices()
        .find(|(_, c)| "市县区州盟旗镇".contains(*c))
        .map_or("本市", |(at, c)| &title[..at + c.len_utf8()]);
    let city = if city.chars().count() > 12 { "本市" } else { city };
    format!(
        r#"# Who speaks, and the words around the plan. What begins with … is still to be written in English.

[site]
name = {name}                     # of the site
title = {title}                   # of the first page
city = {city_pair}                # as sentences of the site name it
kicker = {kicker}                 # above the title
lede = {{ zh = "{{#figures}}个数字，{{#commitments}}条没有数字的承诺，都能查到是原文哪一句。", en = "{{#figures}} figures and {{#commitments}} promises without a number, each with its sentence." }}
description = {description}       # for search engines
past = {{ zh = "过去几年", en = "the past years" }}     # what the article looks back on
next = {{ zh = "今后几年", en = "the years ahead" }}    # what it promises for
# motif = "waves"                 # or "batik": what lies at the foot of the opening
# unbroken = "…"                  # Chinese words that no line of a headline may divide, with spaces between them

# [[region]]                      # regions that meet where the city is, for the map of the opening
# name = {{ zh = "…", en = "…" }}
# side = "north"                  # east, north-east, north …
# home = true                     # the city is part of it

[footer]
about = {{ zh = "这是把一篇公开文章做成的网站，还在整理。", en = "A site made from one public article; still being worked on." }}
corrections = {{ zh = "数字和文字以原文为准。", en = "Where the two differ, the article is right." }}
licence = {{ zh = "代码按 MIT 或 [Apache-2.0] 许可。", en = "Code under MIT or [Apache-2.0]." }}
# contact = "name@example.org"    # for corrections
# registration = {{ zh = "…", en = "…" }}

[source]
title = {title}                   # of the article
credit = {{ zh = "原文出处还没写。", en = "Where the article stands is not yet written." }}
unknown = {{ zh = "原文的日期和作者还没写。", en = "The article’s date and author are not yet written." }}

[texts]
themes_lede = {{ zh = "从{{#themes}}个方面看这份规划。", en = "The plan, seen from {{#themes}} sides." }}
commitments_lede = {{ zh = "没有数字的承诺，共{{#commitments}}条。", en = "{{#commitments}} promises without a number." }}
glossary_lede = {{ zh = "原文里的说法，还没有整理。", en = "The article’s shorthand, not yet explained." }}
figures_lede = {{ zh = "{{#figures}}项数字，{{#past-figures}}项往回看，{{#promised-figures}}项往前看。", en = "{{#figures}} figures: {{#past-figures}} look back, {{#promised-figures}} look ahead." }}
not_found = {{ zh = "没有这一页。", en = "There is no such page." }}
vision_title = {{ zh = "合起来看", en = "All together" }}
vision_lede = {{ zh = "这一段还没写。", en = "Not yet written." }}

# [[data_page]]                   # a section of the page about the data
# id = "made"
# title = {{ zh = "…", en = "…" }}
# body = [ {{ zh = "…", en = "…" }} ]

# [[change]]                      # a change of the data that readers should know of; the newest first
# on = 2030-01-31
# text = {{ zh = "…", en = "…" }}
"#,
        name = pair(&format!("{city} · 规划解读")),
        title = pair(&title),
        city_pair = pair(city),
        kicker = pair("按原文逐句整理"),
        description = pair(&format!("{city}的这份规划，逐句整理成数字和承诺。")),
    )
}

fn sentences(draft: &Draft) -> String {
    let mut text = "# Every sentence of the article: where it stands, its hash, and whether an entry says what it says (claim) or not (heading).\n\
                    # Numbers that measure nothing are `numerals`, each with its kind: name, condition, rank, ratio, year, span, ordinal, plan,\n\
                    # enumerator or base.\n"
        .to_owned();
    for sentence in &draft.sentences {
        let (at, hash) = (sentence.source.at, sentence.source.sha256);
        let role = if sentence.is_claim(draft) { "claim" } else { "heading" };
        write!(text, "\n[[sentence]]\nat = \"{at}\"\nsha256 = \"{hash}\"\nrole = \"{role}\"\n").expect(IN_MEMORY);
        let listed: Vec<String> = sentence
            .listed
            .iter()
            .map(|(words, kind)| format!("{{ text = {}, role = \"{kind}\" }}", quoted(words)))
            .collect();
        if !listed.is_empty() {
            writeln!(text, "numerals = [ {} ]", listed.join(", ")).expect(IN_MEMORY);
        }
    }
    text
}

fn pillars(draft: &Draft) -> String {
    let mut text = "# The plan's main goals, in the order of the colours: the headings under which the article promises something.\n".to_owned();
    if draft.pillars.is_empty() {
        text.push_str("# [[pillar]]\n# id = \"first\"\n# at = \"p1s1\"\n# themes = [\"all\"]\n");
    }
    for (index, pillar) in draft.pillars.iter().enumerate() {
        let name = pair(&pillar.name);
        let at = &pillar.at;
        write!(
            text,
            "\n[[pillar]]\nid = \"pillar-{}\"                # part of addresses\nname = {name}\nlong = {name}    # in full, as in the article\nscope = {name}   # the fields it covers, as a short list\nlede = {{ zh = \"这一段还没写。\", en = \"Not yet written.\" }}\nat = \"{at}\"                      # the sentence that names it\nthemes = [\"all\"]\n",
            index + 1
        )
        .expect(IN_MEMORY);
    }
    text
}

fn figures(draft: &Draft) -> String {
    let mut text = "# Every number that measures something. What carries `# ?` is to be finished by hand: take the `# ` away once it is.\n\
                    # On a [[figure]]: kind (leap, pace, share, count, area, amount), pillar (for what is promised), themes, name, finding (its title),\n\
                    # caveats = [ { zh, en } ], noun (what is counted), scope_condition (where both values are not the same measure),\n\
                    # per = { figure, name, condition }, guess_up_to (the end of the scale on which readers guess), adds_up = true (a sum over the years).\n\
                    # On a value, [figure.past] or [figure.promise]: measure, at, phrase (24 characters of the article that hold the number), value, to (the\n\
                    # end of a range), unit, hedge, lead (words from earlier in the sentence that bear on it), tense = \"under-way\", of (the whole it is part\n\
                    # of), deadline (the article's words for a date of its own).\n"
        .to_owned();
    for sentence in &draft.sentences {
        for (index, measure) in sentence.measures.iter().enumerate() {
            text.push_str(&figure(sentence, measure, index));
        }
    }
    text
}

fn figure(sentence: &DraftSentence, measure: &Measure, index: usize) -> String {
    let at = sentence.source.at;
    let slot = if measure.promised { "promise" } else { "past" };
    let unit = measure.amount.unit;
    let kind = match unit {
        Some(unit) if unit == Unit::PERCENT_A_YEAR => "pace",
        Some(unit) if unit == Unit::PERCENT => "share",
        Some(unit)
            if unit.is_area()
                && measure.amount.to.is_none()
                && unit.in_km2(measure.amount.value).is_some_and(|km2| km2 >= 1.0) =>
        {
            "area"
        }
        _ => "amount",
    };
    let name = measure.name.as_str();
    let [zh, en] = said(slot, measure.amount.hedges, unit.unwrap_or(Unit::COUNT));
    let pillar = match sentence.pillar.filter(|_| measure.promised) {
        Some(pillar) => format!("pillar = \"pillar-{}\"\n", pillar + 1),
        None => String::new(),
    };
    let counted = unit.is_none_or(|unit| unit.noun == Noun::Count);
    let noun = if counted {
        let words = if measure.noun.is_empty() { "…" } else { &measure.noun };
        format!("noun = {{ zh = {}, en = {} }}\n", quoted(words), quoted(&format!("… {words}")))
    } else {
        String::new()
    };
    let mut entry = format!(
        "\n[[figure]]\nid = \"{at}-{}\"\nkind = \"{kind}\"\n{pillar}themes = [\"all\"]\nname = {}\nfinding = {{ zh = {}, en = {} }}\n{noun}",
        index + 1,
        pair(name),
        quoted(&format!("{name}：{zh}")),
        quoted(&format!("… {name}: {en}")),
    );
    entry.push_str(&value(slot, &at.to_string(), measure));
    match &measure.doubt {
        None => entry,
        Some(doubt) => {
            let lines: String = entry
                .trim_start()
                .lines()
                .map(|line| if line.is_empty() { "#\n".to_owned() } else { format!("# {line}\n") })
                .collect();
            format!("\n# ? {doubt}\n{lines}")
        }
    }
}

fn value(slot: &str, at: &str, measure: &Measure) -> String {
    let hedges: Vec<String> = measure.amount.hedges.iter().map(Hedge::name).map(quoted).collect();
    let unit = measure.amount.unit.map_or("…", Unit::name);
    let mut text = format!(
        "\n[figure.{slot}]\nmeasure = {}\nat = \"{at}\"\nphrase = {}\nvalue = {}\n",
        pair(&measure.name),
        quoted(&measure.phrase),
        measure.amount.value
    );
    let mut line = |words: String| {
        text.push_str(&words);
        text.push('\n');
    };
    if let Some(to) = measure.amount.to {
        line(format!("to = {to}"));
    }
    line(format!("unit = \"{unit}\""));
    line(format!("hedge = [{}]", hedges.join(", ")));
    if !measure.lead.is_empty() {
        line(format!("lead = {}", quoted(&measure.lead)));
    }
    if let Some(of) = measure.amount.of {
        line(format!("of = {of}"));
    }
    text
}

fn milestones(draft: &Draft) -> String {
    let mut text = "# What was done without a number that measures it: ranks and ratios are drafted, as numbers of a name. `tense = \"under-way\"` where\n# it is not finished.\n".to_owned();
    for (sentence, words) in worded(draft, false) {
        let at = sentence.source.at;
        write!(
            text,
            "\n[[milestone]]\nid = \"{at}-done\"\nat = \"{at}\"\nthemes = [\"all\"]\ntext = {}\n",
            pair(words)
        )
        .expect(IN_MEMORY);
    }
    text
}

fn commitments(draft: &Draft) -> String {
    let mut text = "# Promises without a number: each sentence is one; part what can be checked by itself. `hedge` names a word of hedges.toml.\n".to_owned();
    for (sentence, words) in worded(draft, true) {
        let at = sentence.source.at;
        let pillar = sentence.pillar.map_or_else(String::new, |pillar| format!("pillar = \"pillar-{}\"\n", pillar + 1));
        write!(
            text,
            "\n[[commitment]]\nid = \"{at}-promise\"\n{pillar}theme = \"all\"\nat = \"{at}\"\ntext = {}\n",
            pair(words)
        )
        .expect(IN_MEMORY);
    }
    text
}

fn worded(draft: &Draft, promised: bool) -> impl Iterator<Item = (&DraftSentence, &str)> {
    draft
        .sentences
        .iter()
        .filter(move |sentence| sentence.promised == promised)
        .filter_map(|sentence| Some((sentence, sentence.words.as_deref()?)))
}

fn story(draft: &Draft) -> String {
    let mut text = "# The story: chapters on the page `story` or a pillar's, and scenes in them. A scene shows one thing: figure (with show = [\"past\",\n\
                    # \"promise\", \"computed\"]), areas, figures, ladder, measure, words or pillar. `opening` puts its number on the first screen.\n\
                    \n[[chapter]]\npage = \"story\"\nid = \"plan\"\ntitle = { zh = \"这份规划说了什么\", en = \"What the plan says\" }\n\
                    # lede = { zh = \"…\", en = \"…\" }\n# key = true                     # shows the marks of the drawings below it\n\
                    \n[[chapter.scene]]\nid = \"measure\"\nheading = { zh = \"哪些量得出来\", en = \"What can be measured\" }\n\
                    text = { zh = \"{#figures}个数字，{#commitments}条没有数字的承诺。\", en = \"{#figures} figures and {#commitments} promises without a number.\" }\nstage = { measure = true }\n"
        .to_owned();
    let shown = draft.sentences.iter().filter_map(|sentence| {
        let (index, measure) =
            sentence.measures.iter().enumerate().find(|(_, measure)| measure.doubt.is_none() && measure.promised)?;
        Some((sentence, index, measure))
    });
    for (sentence, index, measure) in shown.take(5) {
        let at = sentence.source.at;
        let id = format!("{at}-{}", index + 1);
        let [zh, en] =
            said(&format!("{id}.promise"), measure.amount.hedges, measure.amount.unit.unwrap_or(Unit::COUNT));
        write!(
            text,
            "\n[[chapter.scene]]\nid = \"{id}-scene\"\nheading = {{ zh = {}, en = {} }}\ntext = {{ zh = {}, en = {} }}\nstage = {{ figure = \"{id}\" }}\n",
            quoted(&format!("{}：{zh}", measure.name)),
            quoted(&format!("… {}: {en}", measure.name)),
            quoted("这一段还没写。"),
            quoted("Not yet written."),
        )
        .expect(IN_MEMORY);
    }
    text
}

/// As a string of TOML.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
