//! How many promises each option of each filter would show.

use super::Promise;
use crate::plan::{Plan, Ref, Theme};
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
    pub theme: FacetCounts<Ref<Theme>>,
    /// With a number, and without.
    pub measured: FacetCounts<bool>,
    pub hedge: FacetCounts<HedgeFilter>,
}

/// The options of all filters, numbered one after the other.
#[derive(Debug, Default)]
pub struct Options {
    pillars: Vec<PillarFilter>,
    themes: Vec<Ref<Theme>>,
    measured: Vec<bool>,
    hedges: Vec<HedgeFilter>,
}

const FACETS: usize = 4;

impl Options {
    pub fn of(plan: &Plan) -> Options {
        let pillars = Ref::all(&plan.pillars).map(PillarFilter::Pillar);
        Options {
            pillars: std::iter::once(PillarFilter::Vision).chain(pillars).collect(),
            themes: Ref::all(&plan.themes).collect(),
            measured: vec![true, false],
            hedges: HedgeFilter::all(plan),
        }
    }

    /// Number of the first option of each filter, and the number of all.
    fn begins(&self) -> [usize; FACETS + 1] {
        let lengths = [self.pillars.len(), self.themes.len(), self.measured.len(), self.hedges.len()];
        let mut begins = [0; FACETS + 1];
        for (facet, length) in lengths.into_iter().enumerate() {
            begins[facet + 1] = begins[facet] + length;
        }
        begins
    }

    /// Numbers of the options that take `promise`, ascending.
    pub fn of_promise(&self, promise: Promise, plan: &Plan) -> Box<[u16]> {
        let pillar = promise.pillar(plan);
        let pillars = self.pillars.iter().map(|filter| filter.takes(pillar));
        let themes = self.themes.iter().map(|theme| match promise {
            Promise::Figure(figure) => plan[figure].themes.contains(theme),
            Promise::Commitment(commitment) => plan[commitment].theme == *theme,
        });
        let measured = self.measured.iter().map(|measured| *measured == matches!(promise, Promise::Figure(_)));
        let hedges = self.hedges.iter().map(|filter| match promise {
            Promise::Figure(figure) => {
                plan[figure].promise.as_ref().is_some_and(|promise| filter.takes_number(promise.quantity.hedges, plan))
            }
            Promise::Commitment(commitment) => filter.takes_commitment(&plan[commitment]),
        });
        let takes = pillars.chain(themes).chain(measured).chain(hedges);
        takes.enumerate().filter_map(|(number, takes)| takes.then_some(number as u16)).collect()
    }

    pub fn tally(&self, filters: &Filters) -> Tally<'_> {
        fn position<T: PartialEq>(options: &[T], wanted: Option<T>) -> Option<usize> {
            options.iter().position(|option| Some(option) == wanted.as_ref())
        }
        let begins = self.begins();
        let wanted = [
            position(&self.pillars, filters.pillar),
            position(&self.themes, filters.theme),
            position(&self.measured, filters.measured),
            position(&self.hedges, filters.hedge),
        ];
        let mut facet = 0;
        let wanted = wanted.map(|position| {
            facet += 1;
            position.map(|position| (begins[facet - 1] + position) as u16)
        });
        Tally { options: self, begins, wanted, any: [0; FACETS], counts: vec![0; begins[FACETS]] }
    }
}

/// Counts one promise after the other.
pub struct Tally<'a> {
    options: &'a Options,
    begins: [usize; FACETS + 1],
    /// The chosen option of each filter.
    wanted: [Option<u16>; FACETS],
    any: [usize; FACETS],
    counts: Vec<usize>,
}

impl Tally<'_> {
    /// Whether the promise that `options` take is shown. One that fails a single filter still counts for the other
    /// options of that filter.
    pub fn count(&mut self, options: &[u16]) -> bool {
        let fails = |wanted: Option<u16>| wanted.is_some_and(|wanted| !options.contains(&wanted));
        let mut failed = (0..FACETS).filter(|facet| fails(self.wanted[*facet]));
        let counted = match (failed.next(), failed.next()) {
            (None, _) => 0..FACETS,
            (Some(facet), None) => facet..facet + 1,
            (Some(_), Some(_)) => return false,
        };
        let numbers = self.begins[counted.start]..self.begins[counted.end];
        for option in options.iter().map(|option| usize::from(*option)).filter(|option| numbers.contains(option)) {
            self.counts[option] += 1;
        }
        for any in &mut self.any[counted.clone()] {
            *any += 1;
        }
        counted.len() == FACETS
    }

    pub fn counts(&self) -> Counts {
        Counts {
            pillar: self.facet(0, &self.options.pillars),
            theme: self.facet(1, &self.options.themes),
            measured: self.facet(2, &self.options.measured),
            hedge: self.facet(3, &self.options.hedges),
        }
    }

    fn facet<T: Copy>(&self, facet: usize, options: &[T]) -> FacetCounts<T> {
        let counts = self.counts[self.begins[facet]..].iter().copied();
        FacetCounts { any: self.any[facet], options: options.iter().copied().zip(counts).collect() }
    }
}
