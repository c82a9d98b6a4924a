//! Search and filters over the promises, with what each would leave.

use super::announce::use_announcer;
use super::choice::{Choice, ChoiceOption};
use super::search_field::SearchField;
use crate::app::store::use_live;
use crate::app::use_site;
use crate::plan::{Plan, Topic};
use crate::quantity::Lang;
use crate::route::query::{Filters, HedgeFilter, PillarFilter};
use crate::search::{FacetCounts, Found};
use crate::words;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct FilterFormProps {
    pub filters: Filters,
    /// What the filters leave.
    pub found: Rc<Found>,
    /// Whether the address asked for something that is not known.
    pub unknown: bool,
    pub onfilter: Callback<Filters>,
}

/// The form works where the program is; until then it stands there, with everything found.
#[component]
pub fn FilterForm(props: &FilterFormProps) -> Html {
    let cx = use_site();
    let FilterFormProps { filters, found, unknown, onfilter } = props.clone();
    let (plan, lang) = (cx.plan(), cx.lang);
    let live = use_live();
    let changed = use_state_eq(|| false);
    let announcer = use_announcer(Rc::clone(&found), move |before, now| outcome(before, now, lang));
    let narrow = {
        let (announcer, changed) = (announcer.clone(), changed.setter());
        Callback::from(move |filters: Filters| {
            changed.set(true);
            announcer.changed();
            onfilter.emit(filters);
        })
    };
    let onsearch = {
        let (filters, narrow) = (filters.clone(), narrow.clone());
        Callback::from(move |search: String| {
            if search != filters.search {
                narrow.emit(Filters { search, ..filters.clone() });
            }
        })
    };
    let region = announcer.region();
    let oncompose = Callback::from(move |composing| if composing { announcer.hold() } else { announcer.rest() });
    let clear = narrow.reform(|_: MouseEvent| Filters::default());
    // Sets one filter from the id of an option.
    let choose = |set: fn(&mut Filters, &str, &Plan)| {
        let (filters, narrow) = (filters.clone(), narrow.clone());
        Callback::from(move |id: String| {
            let mut filters = filters.clone();
            set(&mut filters, &id, plan);
            narrow.emit(filters);
        })
    };
    let disabled = !live;
    let counts = &found.counts;
    html! {
        <form class="filters" role="search" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            <SearchField label={words::search(lang)} hint={words::search_hint(lang)} value={filters.search.clone()}
                {disabled} {onsearch} {oncompose} />
            <div class="choices">
            <Choice name="pillar" label={words::filter_pillar(lang)} {disabled}
                options={options(&counts.pillar, lang, |pillar| (pillar.id(plan), pillar_words(pillar, plan)))}
                chosen={filters.pillar.map_or("", |pillar| pillar.id(plan))}
                onchoose={choose(|filters, id, plan| filters.pillar = PillarFilter::from_id(id, plan))} />
            <Choice name="about" label={words::filter_theme(lang)} {disabled}
                options={options(&counts.topic, lang, |topic| (plan.id_of(topic), plan[topic].name.as_str()))}
                chosen={filters.topic.map_or("", |topic| plan.id_of(topic))}
                onchoose={choose(|filters, id, plan| filters.topic = plan.find::<Topic>(id))} />
            <Choice name="measured" label={words::filter_measured(lang)} {disabled}
                options={options(&counts.measured, lang, |measured| (measured_id(measured), measured_words(measured, lang)))}
                chosen={filters.measured.map_or("", measured_id)}
                onchoose={choose(|filters, id, _| filters.measured = [true, false].into_iter().find(|measured| measured_id(*measured) == id))} />
            <Choice name="hedge" label={words::filter_hedge(lang)} {disabled}
                options={options(&counts.hedge, lang, |hedge| (hedge.id(plan), hedge_words(hedge, plan)))}
                chosen={filters.hedge.map_or("", |hedge| hedge.id(plan))}
                onchoose={choose(|filters, id, plan| filters.hedge = HedgeFilter::from_id(id, plan))} />
            </div>
            <div class="outcome">
                if filters != Filters::default() {
                    <p class="found"><span key={found.rows.len()} data-n="found">{words::found(found.rows.len(), lang)}</span></p>
                    <button type="button" class="clear" {disabled} onclick={clear}>{words::clear(lang)}</button>
                }
            </div>
            {region}
            if unknown && !*changed { <p class="unknown not-stated">{words::link_unknown(lang)}</p> }
        </form>
    }
}

/// What is said of a change: a list that stayed as it was is worth saying too.
fn outcome(before: &Found, now: &Found, lang: Lang) -> String {
    if before.rows == now.rows { words::still_found(now.rows.len(), lang) } else { words::found(now.rows.len(), lang) }
}

/// No choice first, then each option with its count.
fn options<T: Copy>(
    counts: &FacetCounts<T>,
    lang: Lang,
    option: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<ChoiceOption> {
    let any = ChoiceOption { id: "", words: words::any(lang), count: counts.any };
    let each = counts.options.iter().map(|(value, count)| {
        let (id, words) = option(*value);
        ChoiceOption { id, words, count: *count }
    });
    std::iter::once(any).chain(each).collect()
}

fn pillar_words(pillar: PillarFilter, plan: &Plan) -> &'static str {
    match pillar {
        PillarFilter::Vision => words::vision(plan.lang),
        PillarFilter::Pillar(pillar) => plan[pillar].name.as_str(),
    }
}

fn hedge_words(hedge: HedgeFilter, plan: &Plan) -> &'static str {
    match hedge {
        HedgeFilter::Word(word) => plan[word].label.as_str(),
        HedgeFilter::Number(hedge) => hedge.word(plan.lang),
    }
}

const fn measured_id(measured: bool) -> &'static str {
    if measured { "yes" } else { "no" }
}

fn measured_words(measured: bool, lang: Lang) -> &'static str {
    if measured { words::numbers(lang) } else { words::without_number(lang) }
}

#[cfg(test)]
mod tests {
    use super::outcome;
    use crate::plan::{Promise, Ref};
    use crate::quantity::Lang;
    use crate::search::{Counts, FacetCounts, Found};

    fn found(commitments: std::ops::Range<usize>) -> Found {
        fn none<T>() -> FacetCounts<T> {
            FacetCounts { any: 0, options: Vec::new() }
        }
        let counts = Counts { pillar: none(), topic: none(), measured: none(), hedge: none() };
        Found { rows: commitments.map(|at| Promise::Commitment(Ref::at(at))).collect(), total: 20, counts }
    }

    #[test]
    fn what_a_change_left_is_said_and_that_it_left_the_same() {
        assert_eq!(outcome(&found(0..20), &found(0..12), Lang::Zh), "找到 12 条");
        assert_eq!(outcome(&found(0..12), &found(0..12), Lang::Zh), "还是 12 条");
        assert_eq!(outcome(&found(0..12), &found(0..12), Lang::En), "still 12");
        // As many, but others.
        assert_eq!(outcome(&found(0..12), &found(1..13), Lang::En), "12 found");
        assert_eq!(outcome(&found(0..12), &found(0..0), Lang::En), crate::words::found(0, Lang::En));
        assert!(outcome(&found(0..0), &found(0..0), Lang::En).starts_with("Still nothing"));
    }
}
