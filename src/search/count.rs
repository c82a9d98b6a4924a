//! How many promises each option of each filter would show.

use crate::plan::{Plan, Promise, Ref, Topic};
use crate::route::query::{Filters, HedgeFilter, PillarFilter};

/// A filter's options with what each would show, given the search and the other filters.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetCounts<T> {
    /// With this filter off.
    pub any: usize,
    pub options: Vec<(T, usize)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    pub pillar: FacetCounts<PillarFilter>,
    pub topic: FacetCounts<Ref<Topic>>,
    /// With a number, and without.
    pub measured: FacetCounts<bool>,
    pub hedge: FacetCounts<HedgeFilter>,
}

/// The options of the filters.
#[derive(Debug, Default)]
pub struct Options {
    pillars: Vec<PillarFilter>,
    topics: Vec<Ref<Topic>>,
    measured: [bool; 2],
    hedges: Vec<HedgeFilter>,
}

const FACETS: usize = 4;

/// Of each filter, the positions of the options that take a promise.
pub type Taken = [Vec<usize>; FACETS];

impl Options {
    pub fn of(plan: &Plan) -> Options {
        let pillars = Ref::all(&plan.pillars).map(PillarFilter::Pillar);
        Options {
            pillars: std::iter::once(PillarFilter::Vision).chain(pillars).collect(),
            topics: Ref::all(&plan.topics).collect(),
            measured: [true, false],
            hedges: HedgeFilter::all(plan),
        }
    }

    pub fn taken_by(&self, promise: Promise, plan: &Plan) -> Taken {
        fn those<T>(options: &[T], takes: impl Fn(&T) -> bool) -> Vec<usize> {
            options.iter().enumerate().filter_map(|(position, option)| takes(option).then_some(position)).collect()
        }
        let (pillar, topics) = (promise.pillar(plan), promise.topics(plan));
        let is_figure = matches!(promise, Promise::Figure(_));
        [
            those(&self.pillars, |filter| filter.takes(pillar)),
            those(&self.topics, |topic| topics.contains(topic)),
            those(&self.measured, |measured| *measured == is_figure),
            those(&self.hedges, |filter| filter.takes(promise, plan)),
        ]
    }
}

/// Counts one promise after the other under some filters.
#[derive(Debug)]
pub struct Tally<'a> {
    options: &'a Options,
    /// Of each filter, the position of the option chosen.
    chosen: [Option<usize>; FACETS],
    any: [usize; FACETS],
    counts: Taken,
}

impl Tally<'_> {
    pub fn new<'a>(options: &'a Options, filters: &Filters) -> Tally<'a> {
        fn position<T: PartialEq>(options: &[T], chosen: Option<T>) -> Option<usize> {
            options.iter().position(|option| Some(option) == chosen.as_ref())
        }
        let Options { pillars, topics, measured, hedges } = options;
        Tally {
            options,
            chosen: [
                position(pillars, filters.pillar),
                position(topics, filters.topic),
                position(measured, filters.measured),
                position(hedges, filters.hedge),
            ],
            any: [0; FACETS],
            counts: [pillars.len(), topics.len(), measured.len(), hedges.len()].map(|length| vec![0; length]),
        }
    }

    /// Counts a promise for each filter whose others all take it, and says whether all do.
    pub fn count(&mut self, taken: &Taken) -> bool {
        let fails = |facet: &usize| self.chosen[*facet].is_some_and(|chosen| !taken[*facet].contains(&chosen));
        let failed: Vec<usize> = (0..FACETS).filter(fails).collect();
        for facet in (0..FACETS).filter(|facet| failed.iter().all(|failed| failed == facet)) {
            self.any[facet] += 1;
            taken[facet].iter().for_each(|option| self.counts[facet][*option] += 1);
        }
        failed.is_empty()
    }

    pub fn counts(&self) -> Counts {
        fn of<T: Copy>(options: &[T], any: usize, counts: &[usize]) -> FacetCounts<T> {
            FacetCounts { any, options: options.iter().copied().zip(counts.iter().copied()).collect() }
        }
        let Tally { options, any, counts, .. } = self;
        Counts {
            pillar: of(&options.pillars, any[0], &counts[0]),
            topic: of(&options.topics, any[1], &counts[1]),
            measured: of(&options.measured, any[2], &counts[2]),
            hedge: of(&options.hedges, any[3], &counts[3]),
        }
    }
}
