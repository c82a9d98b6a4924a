//! How many promises each option of each filter would show.

use crate::plan::{Plan, Promise, Ref, Topic};
use crate::route::query::{Filters, HedgeFilter, PillarFilter};
use std::ops::Range;

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

/// Numbers of the options that take a promise, ascending. Many promises share one such set.
pub type OptionSet = Box<[u16]>;

/// The options of all filters, numbered one after the other.
#[derive(Debug, Default)]
pub struct Options {
    pillars: Vec<PillarFilter>,
    topics: Vec<Ref<Topic>>,
    measured: Vec<bool>,
    hedges: Vec<HedgeFilter>,
}

const FACETS: usize = 4;

impl Options {
    pub fn of(plan: &Plan) -> Options {
        let pillars = Ref::all(&plan.pillars).map(PillarFilter::Pillar);
        Options {
            pillars: std::iter::once(PillarFilter::Vision).chain(pillars).collect(),
            topics: Ref::all(&plan.topics).collect(),
            measured: vec![true, false],
            hedges: HedgeFilter::all(plan),
        }
    }

    /// Number of the first option of each filter, and the number of all.
    fn begins(&self) -> [usize; FACETS + 1] {
        let lengths = [self.pillars.len(), self.topics.len(), self.measured.len(), self.hedges.len()];
        let mut begins = [0; FACETS + 1];
        for (facet, length) in lengths.into_iter().enumerate() {
            begins[facet + 1] = begins[facet] + length;
        }
        begins
    }

    pub fn of_promise(&self, promise: Promise, plan: &Plan) -> OptionSet {
        let pillar = promise.pillar(plan);
        let pillars = self.pillars.iter().map(|filter| filter.takes(pillar));
        let topics = self.topics.iter().map(|topic| match promise {
            Promise::Figure(figure) => plan[figure].topics.contains(topic),
            Promise::Commitment(commitment) => plan[commitment].topic == *topic,
        });
        let measured = self.measured.iter().map(|measured| *measured == matches!(promise, Promise::Figure(_)));
        let hedges = self.hedges.iter().map(|filter| match promise {
            Promise::Figure(figure) => {
                plan[figure].promise.as_ref().is_some_and(|promise| filter.takes_number(promise.quantity.hedges, plan))
            }
            Promise::Commitment(commitment) => filter.takes_commitment(&plan[commitment]),
        });
        let takes = pillars.chain(topics).chain(measured).chain(hedges);
        takes.enumerate().filter_map(|(number, takes)| takes.then_some(number as u16)).collect()
    }

    /// A count of promises under `filters`, by the options that take them: `sets` are all different sets of those.
    pub fn tally(&self, filters: &Filters, sets: &[OptionSet]) -> Tally {
        fn position<T: PartialEq>(options: &[T], wanted: Option<T>) -> Option<usize> {
            options.iter().position(|option| Some(option) == wanted.as_ref())
        }
        let begins = self.begins();
        let wanted = [
            position(&self.pillars, filters.pillar),
            position(&self.topics, filters.topic),
            position(&self.measured, filters.measured),
            position(&self.hedges, filters.hedge),
        ];
        let mut facet = 0;
        let wanted = wanted.map(|position| {
            facet += 1;
            position.map(|position| (begins[facet - 1] + position) as u16)
        });
        let verdict = |set: &OptionSet| {
            let fails = |facet: &usize| wanted[*facet].is_some_and(|wanted| !set.contains(&wanted));
            let mut failed = (0..FACETS).filter(fails);
            match (failed.next(), failed.next()) {
                (None, _) => 0..FACETS,
                (Some(facet), None) => facet..facet + 1,
                (Some(_), Some(_)) => 0..0,
            }
        };
        let verdicts: Vec<Range<usize>> = sets.iter().map(verdict).collect();
        Tally {
            begins,
            shown: verdicts.iter().map(|facets| facets.len() == FACETS).collect(),
            verdicts,
            promises: vec![0; sets.len()],
        }
    }
}

/// Counts one promise after the other.
#[derive(Debug)]
pub struct Tally {
    begins: [usize; FACETS + 1],
    /// For each set, the range of facets in which its promises are counted: all if it passes every filter; only the
    /// failed one if it fails exactly one; none if it fails more.
    verdicts: Vec<Range<usize>>,
    shown: Vec<bool>,
    /// How many there are of each set.
    promises: Vec<usize>,
}

impl Tally {
    /// Whether a promise of this set is shown.
    pub fn count(&mut self, set: usize) -> bool {
        self.promises[set] += 1;
        self.shown[set]
    }

    /// `options` and `sets` are those that it was made of.
    pub fn counts(&self, options: &Options, sets: &[OptionSet]) -> Counts {
        let mut any = [0; FACETS];
        let mut counts = vec![0; self.begins[FACETS]];
        for ((set, facets), promises) in sets.iter().zip(&self.verdicts).zip(&self.promises) {
            let numbers = self.begins[facets.start]..self.begins[facets.end];
            for option in set.iter().map(|option| usize::from(*option)).filter(|option| numbers.contains(option)) {
                counts[option] += promises;
            }
            for any in &mut any[facets.clone()] {
                *any += promises;
            }
        }
        let facet = |facet: usize| (any[facet], &counts[self.begins[facet]..]);
        Counts {
            pillar: of_facet(facet(0), &options.pillars),
            topic: of_facet(facet(1), &options.topics),
            measured: of_facet(facet(2), &options.measured),
            hedge: of_facet(facet(3), &options.hedges),
        }
    }
}

fn of_facet<T: Copy>((any, counts): (usize, &[usize]), options: &[T]) -> FacetCounts<T> {
    FacetCounts { any, options: options.iter().copied().zip(counts.iter().copied()).collect() }
}
