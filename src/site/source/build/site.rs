//! Who speaks, and the words around the plan.

use super::{Builder, FigureValues, SITE};
use crate::plan::*;
use crate::site::source::raw::*;
use crate::text::{List, Text};

impl Builder<'_> {
    /// A side of the sky in degrees, counted from the east.
    fn side(&mut self, side: &Words) -> f64 {
        const SIDES: [&str; 8] =
            ["east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east"];
        self.one_of(SITE, "side", side, &SIDES);
        SIDES.iter().position(|known| known == side.get_ref()).unwrap_or(0) as f64 * 45.0
    }

    fn section(&mut self, raw: &RawDataSection, values: &[FigureValues]) -> DataSection {
        DataSection {
            id: self.slug(SITE, &raw.id),
            title: self.prose(SITE, &raw.title, None, values),
            body: raw.body.iter().map(|body| self.prose(SITE, body, None, values)).collect(),
        }
    }

    /// A section beside what other sources say.
    fn dated_section(&mut self, raw: &RawDataSection, values: &[FigureValues]) -> DataSection {
        let section = self.section(raw, values);
        DataSection { body: section.body.iter().map(|body| body.with_dates()).collect(), ..section }
    }

    pub(super) fn site(&mut self, values: &[FigureValues]) -> Site {
        let raw = self.raw;
        let site = raw.site.as_ref();
        for pair in site.into_iter().flat_map(|site| [&site.name, &site.title, &site.city]) {
            self.check_title(SITE, pair);
        }
        let motif = match site.and_then(|site| site.motif.as_ref()) {
            Some(name) => {
                self.one_of(SITE, "motif", name, &Motif::NAMES.map(|(name, _)| name));
                Motif::NAMES.into_iter().find(|(known, _)| known == name.get_ref()).map_or(Motif::Waves, |(_, of)| of)
            }
            None => Motif::Waves,
        };
        let mut text = |pair: Option<&Pair>| pair.map_or(Text::EMPTY, |pair| self.text(SITE, pair));
        let (name, title, city, description, past, next) = (
            text(site.map(|s| &s.name)),
            text(site.map(|s| &s.title)),
            text(site.map(|s| &s.city)),
            text(site.map(|s| &s.description)),
            text(site.map(|s| &s.past)),
            text(site.map(|s| &s.next)),
        );
        let source_title = text(raw.source.as_ref().map(|s| &s.title));
        let original_title = raw.source.as_ref().and_then(|s| s.title.get_ref().zh.as_ref());
        let original_title = original_title.map_or(Text::EMPTY, |words| words.get_ref().clone().into());
        let changes = raw.changes.iter().map(|change| Change {
            on: change.on.to_string().into(),
            of_day: 0,
            corrected: change.corrected.as_ref().map(|date| date.to_string().into()),
            text: text(Some(&change.text)),
        });
        let changes = newest_first(changes.collect());
        let regions = raw.regions.iter().map(|region| (text(Some(&region.name)), region)).collect::<Vec<_>>();
        let vision_title = text(raw.texts.as_ref().map(|t| &t.vision_title));
        let mut prose =
            |pair: Option<&Pair>| pair.map_or(Prose(List::EMPTY), |pair| self.prose(SITE, pair, None, values));
        let footer = raw.footer.as_ref();
        let texts = raw.texts.as_ref();
        Site {
            name,
            title,
            city,
            description,
            past,
            next,
            motif,
            kicker: prose(site.map(|s| &s.kicker)),
            lede: prose(site.map(|s| &s.lede)),
            footer: Footer {
                about: prose(footer.map(|f| &f.about)),
                corrections: prose(footer.map(|f| &f.corrections)),
                licence: prose(footer.map(|f| &f.licence)),
                contact: footer.and_then(|f| f.contact.as_ref()).map(|c| c.get_ref().clone().into()),
                registration: footer.and_then(|f| f.registration.as_ref()).map(|r| prose(Some(r))),
            },
            source: Source {
                title: source_title,
                original_title,
                credit: prose(raw.source.as_ref().map(|s| &s.credit)),
                unknown: prose(raw.source.as_ref().map(|s| &s.unknown)),
            },
            texts: Texts {
                themes_lede: prose(texts.map(|t| &t.themes_lede)),
                commitments_lede: prose(texts.map(|t| &t.commitments_lede)),
                glossary_lede: prose(texts.map(|t| &t.glossary_lede)),
                figures_lede: prose(texts.map(|t| &t.figures_lede)),
                not_found: prose(texts.map(|t| &t.not_found)),
                vision_title,
                vision_lede: prose(texts.map(|t| &t.vision_lede)),
            },
            changes,
            aliases: (raw.aliases.iter())
                .map(|alias| Alias {
                    said: alias.said.get_ref().clone().into(),
                    means: alias.means.get_ref().clone().into(),
                })
                .collect(),
            regions: regions
                .into_iter()
                .map(|(name, region)| Region { name, degrees: self.side(&region.side), home: region.home })
                .collect(),
            data_page: raw.data_page.iter().map(|section| self.section(section, values)).collect(),
            since_page: raw.since_page.iter().map(|section| self.dated_section(section, values)).collect(),
        }
    }
}

/// The newest first, in whichever order they are written; those of one day are counted from its first, so that another
/// one changes no number that a feed has named.
fn newest_first(mut changes: Vec<Change>) -> List<Change> {
    if let [first, .., last] = &changes[..]
        && first.on < last.on
    {
        changes.reverse();
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.on));
    for index in (0..changes.len()).rev() {
        let before = changes.get(index + 1).filter(|before| before.on == changes[index].on);
        changes[index].of_day = 1 + before.map_or(0, |before| before.of_day);
    }
    changes.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(days: &[(&str, &str)]) -> Vec<(String, usize, String)> {
        let change = |(on, text): &(&str, &str)| Change {
            on: (*on).to_owned().into(),
            of_day: 0,
            corrected: None,
            text: (*text).to_owned().into(),
        };
        let ordered = newest_first(days.iter().map(change).collect());
        ordered.iter().map(|one| (one.on.as_str().to_owned(), one.of_day, one.text.as_str().to_owned())).collect()
    }

    #[test]
    fn changes_are_named_alike_in_either_order_and_another_one_of_the_day_renames_none() {
        let newest_first =
            named(&[("2026-11-27", "c"), ("2026-11-25", "b2"), ("2026-11-25", "b1"), ("2026-11-24", "a")]);
        let oldest_first =
            named(&[("2026-11-24", "a"), ("2026-11-25", "b1"), ("2026-11-25", "b2"), ("2026-11-27", "c")]);
        assert_eq!(newest_first, oldest_first);
        let numbers: Vec<(usize, &str)> =
            newest_first.iter().map(|(_, of_day, text)| (*of_day, text.as_str())).collect();
        assert_eq!(numbers, [(1, "c"), (2, "b2"), (1, "b1"), (1, "a")]);
    }
}
