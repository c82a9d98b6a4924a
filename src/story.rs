//! The story as a row of scenes, each with the drawing it is told beside.

use crate::figure::{
    Areas, Emphasis, Field, FigureChart, GuessChart, KeyMark, Ladder, Measure, PillarPromises, Promises, Rulers,
    Several, Square, Subject,
};
use crate::plan::{self, Chapter, Lit, Pillar, Plan, Ref, Scene, SceneSubject, Shown};
use crate::text::Text;

/// Areas that share a drawing: more have no room.
const MOST_AREAS: usize = 8;

/// A scene and its drawing.
#[derive(Debug, PartialEq)]
pub struct Step {
    pub scene: &'static Scene,
    /// The chapter that begins with it.
    pub opens: Option<&'static Chapter>,
    pub subject: Subject,
    /// How much of the subject is in view, as [`Subject::place`] takes it.
    pub shown: Shown,
    /// Whose page it is on.
    pub page: Option<Ref<Pillar>>,
    /// Marks that are seen here first on the page.
    pub explains: Vec<KeyMark>,
}

/// The scenes of a page in their order: of a pillar's, or of the story.
pub fn page_scenes(plan: &'static Plan, pillar: Option<Ref<Pillar>>) -> Vec<&'static Scene> {
    plan.chapters_of(pillar).flat_map(|chapter| chapter.scenes.items()).collect()
}

/// The same scenes with their drawings.
pub fn steps(plan: &'static Plan, pillar: Option<Ref<Pillar>>) -> Vec<Step> {
    let mut steps: Vec<Step> = plan.chapters_of(pillar).flat_map(|chapter| chapter_steps(plan, chapter)).collect();
    let mut explained: Vec<KeyMark> = Vec::new();
    for step in &mut steps {
        step.explains = KeyMark::of(&step.subject, step.shown);
        step.explains.retain(|mark| !explained.contains(mark));
        explained.extend(&step.explains);
    }
    steps
}

/// What a page asks its readers to guess, and the scene that tells it.
pub struct Question {
    pub figure: Ref<plan::Figure>,
    pub answer: Option<Text>,
}

/// The first of a page's scenes that asks.
pub fn question(plan: &'static Plan, pillar: Option<Ref<Pillar>>) -> Option<Question> {
    let mut scenes = page_scenes(plan, pillar).into_iter();
    let figure = scenes.find_map(|scene| match scene.subject {
        SceneSubject::Guess(figure) => Some(figure),
        _ => None,
    })?;
    Some(Question { figure, answer: scenes.next().map(|scene| scene.id) })
}

fn chapter_steps(plan: &'static Plan, chapter: &'static Chapter) -> Vec<Step> {
    let scenes = chapter.scenes.items();
    let step = |(index, scene): (usize, &'static Scene)| {
        let (subject, shown) = drawing(plan, scenes, index);
        let opens = (index == 0).then_some(chapter);
        Step { scene, opens, subject, shown, page: chapter.pillar, explains: Vec::new() }
    };
    scenes.iter().enumerate().map(step).collect()
}

fn drawing(plan: &'static Plan, scenes: &'static [Scene], index: usize) -> (Subject, Shown) {
    let figures = |references: &[Ref<plan::Figure>]| -> Vec<FigureChart> {
        references.iter().map(|figure| FigureChart::of(plan, *figure)).collect()
    };
    let (lang, lexicon) = (plan.lang, plan.lexicon);
    let subject = match &scenes[index].subject {
        SceneSubject::Figure { figure, shown } => return (Subject::Figure(FigureChart::of(plan, *figure)), *shown),
        SceneSubject::Areas(shown) => {
            let all = areas(scenes, index);
            let members = all.iter().enumerate().filter(|(_, area)| shown.contains(area));
            let members = members.map(|(position, _)| Shown::member(position)).collect();
            return (Subject::Areas(Areas { lang, lexicon, figures: figures(&all) }), members);
        }
        SceneSubject::Figures(several) => Subject::Several(Several { lang, lexicon, figures: figures(several) }),
        SceneSubject::Ladder => Subject::Ladder(Ladder::of(plan)),
        SceneSubject::Measure => Subject::Measure(Measure::of(plan)),
        SceneSubject::Words(words) => Subject::Promises(Promises::of(plan, words.iter().copied())),
        SceneSubject::Pillar(pillar) => Subject::Pillar(PillarPromises::of(plan, *pillar)),
        SceneSubject::Rulers => Subject::Rulers(Rulers::of(plan)),
        SceneSubject::Square { area, beside } => {
            Subject::Square(Square { lang, lexicon, area: FigureChart::of(plan, *area), beside: figures(beside) })
        }
        SceneSubject::Guess(figure) => match GuessChart::of(plan, *figure) {
            Some(guess) => Subject::Guess(guess),
            None => Subject::Figure(FigureChart::of(plan, *figure)),
        },
        SceneSubject::Field { arrangement, lit } => {
            let emphasis = match lit {
                Lit::All => Emphasis::None,
                Lit::Numbers => Emphasis::Numbers,
                Lit::Rulers => Emphasis::Rulers,
                Lit::Own => Emphasis::Own { kept: Vec::new(), topic: None },
            };
            Subject::Field(Field::of(plan, *arrangement, emphasis))
        }
    };
    (subject, Shown::ALL)
}

/// The areas of the scenes in a row that show areas, in order of appearance: each keeps its place from scene to scene.
fn areas(scenes: &'static [Scene], index: usize) -> Vec<Ref<plan::Figure>> {
    let shows_areas = |scene: &&Scene| matches!(scene.subject, SceneSubject::Areas(_));
    let before = scenes[..index].iter().rev().take_while(shows_areas).count();
    let row = scenes[index - before..].iter().take_while(shows_areas);
    let mut all = Vec::new();
    for scene in row {
        if let SceneSubject::Areas(areas) = &scene.subject {
            for area in areas.iter() {
                if all.len() < MOST_AREAS && !all.contains(area) {
                    all.push(*area);
                }
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::source;

    fn story() -> Vec<Step> {
        let plans = source::load_or_panic("data");
        steps(plans.zh, None)
    }

    #[test]
    fn scenes_about_one_thing_share_a_drawing() {
        let plan = source::load_or_panic("data").zh;
        let story = steps(plan, plan.find("strength"));
        let industry: Vec<&Step> = story.iter().filter(|step| step.subject.key() == "industry-output").collect();
        let states: Vec<Shown> = industry.iter().map(|step| step.shown).collect();
        let both = Shown::PAST.and(Shown::PROMISE);
        assert_eq!(states, [both, both.and(Shown::COMPUTED)], "before and after, then what we compute");
        assert!(industry.windows(2).all(|pair| pair[0].subject == pair[1].subject));
    }

    #[test]
    fn areas_join_in_order_of_appearance() {
        let plan = source::load_or_panic("data").zh;
        let story = steps(plan, plan.find("beauty"));
        let areas: Vec<&Step> = story.iter().filter(|step| matches!(step.subject, Subject::Areas(_))).collect();
        assert!(areas.len() > 1 && areas.windows(2).all(|pair| pair[0].subject == pair[1].subject));
        let states: Vec<Shown> = areas.iter().map(|step| step.shown).collect();
        assert!(states.windows(2).all(|pair| pair[1].has(pair[0])), "nothing leaves: {states:?}");
        let Subject::Areas(all) = &areas[0].subject else { panic!("areas") };
        let last = states.last().expect("scenes with areas");
        assert!((0..all.figures.len()).all(|position| last.has(Shown::member(position))));
    }

    #[test]
    fn every_transition_between_neighbouring_scenes_keeps_its_dots_and_ends_on_the_drawing_itself() {
        use crate::figure::{DOTS, Frame, Moment, Transition};
        for dir in ["data", "tests/plans/fictional"] {
            let plans = source::load_or_panic(dir);
            for plan in [plans.zh, plans.en] {
                for page in std::iter::once(None).chain(Ref::all(&plan.pillars).map(Some)) {
                    let steps = steps(plan, page);
                    for pair in steps.windows(2) {
                        for frame in [Frame::of_size(340.0, 265.0), Frame::of_size(745.0, 700.0)] {
                            let [from, to] = [&pair[0], &pair[1]].map(|step| step.subject.place(frame, step.shown));
                            let way = Transition::between(&from, &to);
                            let name = format!("{} to {}", pair[0].scene.id.as_str(), pair[1].scene.id.as_str());
                            for progress in [0.0, 0.25, 0.5, 0.75, 1.0] {
                                // Between two drawings of nothing but promises no other dots fly.
                                let dots = way.flights(progress).count();
                                assert!(dots == DOTS || dots == 0 && from.dot_marks > 0 && to.dot_marks > 0, "{name}");
                            }
                            let Moment { layers, dots, .. } = way.at(1.0);
                            let shown: Vec<_> = layers.iter().map(|layer| (layer.marks, layer.opacity)).collect();
                            assert_eq!((shown, dots.len()), (vec![(to.marks.as_slice(), 1.0)], 0), "{name}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn every_mark_is_explained_where_it_first_stands_and_once() {
        let plans = source::load_or_panic("data");
        for page in std::iter::once(None).chain(Ref::all(&plans.zh.pillars).map(Some)) {
            let steps = steps(plans.zh, page);
            let explained: Vec<KeyMark> = steps.iter().flat_map(|step| step.explains.clone()).collect();
            for (index, mark) in explained.iter().enumerate() {
                assert!(!explained[..index].contains(mark), "{mark:?} twice");
            }
            let mut known: Vec<KeyMark> = Vec::new();
            for step in &steps {
                known.extend(&step.explains);
                let seen = KeyMark::of(&step.subject, step.shown);
                assert!(seen.iter().all(|mark| known.contains(mark)), "{}", step.scene.id.as_str());
            }
        }
    }

    #[test]
    fn a_promise_flies_from_its_dot_to_its_own_mark_and_home_again() {
        use crate::figure::{Frame, Transition};
        let story = story();
        for frame in [Frame::of_size(300.0, 248.0), Frame::of_size(745.0, 700.0)] {
            let at = |id: &str| {
                let step = story.iter().find(|step| step.scene.id.as_str() == id).expect("the scene is told");
                step.subject.place(frame, step.shown)
            };
            let (field, rulers, jobs) = (at("with-a-number"), at("same-ruler"), at("jobs-answer"));
            let place = |placed: &crate::figure::PlacedFigure| {
                let dot = placed.promises.iter().find(|dot| dot.id.as_str() == "urban-jobs").expect("it is there");
                (dot.x.round(), dot.y.round())
            };
            for (from, to) in [(&field, &rulers), (&rulers, &field), (&rulers, &jobs), (&jobs, &field)] {
                let way = Transition::between(from, to);
                let flying = |progress: f64| {
                    let mut all = way.promises(progress);
                    let one = all.find(|flying| flying.dot.id.as_str() == "urban-jobs").expect("it flies");
                    ((one.dot.x.round(), one.dot.y.round()), one.opacity)
                };
                assert_eq!((flying(0.0).0, flying(1.0).0), (place(from), place(to)));
                assert_eq!(flying(0.5).1, 1.0, "it is seen on its way");
                // Turned back in the middle it goes on from where it is.
                let back = way.retargeted(0.5, from);
                let turned = back.promises(0.0).find(|one| one.dot.id.as_str() == "urban-jobs").expect("it turns");
                assert_eq!(((turned.dot.x.round(), turned.dot.y.round()), 1.0), (flying(0.5).0, turned.opacity));
            }
        }
    }

    /// Ids of the story before it began with its find.
    const EARLIER: &str = "past off-the-list paces-so-far signal-in-the-hills still-building hills-mended beside-the-city \
        schools-reached vision one-direction strength industry-start industry-aim industry-step bigger-city \
        living-in-towns farms-ahead mountain-crops share-of-tourism prosperity jobs-done jobs-floor jobs-compared \
        life-in-words beauty forest-reached holding-the-forest woods-and-water vitality one-stop firms-and-funds harmony \
        only-words measured every-pace how-measurable no-starting-point";

    #[test]
    fn every_place_of_the_earlier_story_leads_to_the_one_that_tells_it_now() {
        let plan = source::load_or_panic("data").zh;
        let told: Vec<&str> = plan
            .chapters_of(None)
            .flat_map(|chapter| [chapter.id].into_iter().chain(chapter.scenes.iter().map(|scene| scene.id)))
            .map(|id| id.as_str())
            .collect();
        for id in EARLIER.split_whitespace() {
            let moved = plan.moved.iter().any(|moved| moved.of.is_none() && moved.id.as_str() == id);
            assert!(moved != told.contains(&id), "{id}");
        }
    }

    #[test]
    fn the_counts_of_the_find_are_those_of_the_plan() {
        use crate::plan::{Alike, Promise};
        for dir in ["data", "tests/plans/fictional", "tests/plans/port"] {
            let plan = source::load_or_panic(dir).zh;
            let deck = plan.story_opening.as_ref().expect("a find").deck.plain();
            let alike =
                |alike| plan.figures.iter().filter(|figure| figure.ruler.is_some_and(|r| r.alike == alike)).count();
            let (all, same) = (Promise::all(plan).count(), alike(Alike::Same));
            for count in [all, same, plan.commitments.len()] {
                assert!(deck.contains(&count.to_string()), "{dir}: {count} in {deck}");
            }
        }
    }

    #[test]
    fn every_chapter_opens_with_its_first_scene() {
        let plans = source::load_or_panic("data");
        let story = story();
        let opened: Vec<&str> = story.iter().filter_map(|step| Some(step.opens?.id.as_str())).collect();
        assert_eq!(opened.first(), Some(&"past"));
        assert_eq!(opened.len(), plans.zh.chapters_of(None).count());
    }
}
