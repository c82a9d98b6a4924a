//! The story as runs of scenes: consecutive scenes about one thing share a drawing that moves from state to state.

use crate::plan::{Chapter, Commitment, Figure, Pillar, Plan, Ref, Scene, Stage};
use crate::text::List;

/// A run has no more scenes than `styles/scene.css` has rows, and no more areas than there are bits.
const MOST_STEPS: usize = 6;
const MOST_AREAS: usize = u8::BITS as usize;

/// Scenes that scroll past one drawing, or one scene beside what does not move.
#[derive(Debug, PartialEq)]
pub struct Run {
    pub staged: Staged,
    pub steps: Vec<Step>,
}

/// A scene and the state in which it shows the drawing of its run.
#[derive(Debug, PartialEq)]
pub struct Step {
    pub scene: &'static Scene,
    /// As `figure::Subject::place` takes it.
    pub shown: u8,
}

/// What a run is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Staged {
    Figure(Ref<Figure>),
    /// Every area that one of the run's scenes shows, in order of appearance.
    Areas(Vec<Ref<Figure>>),
    /// Several figures, each by itself.
    Figures(List<Ref<Figure>>),
    Ladder,
    Measure,
    Words(List<Ref<Commitment>>),
}

/// The scenes of a page in their order: of a pillar's, or of the story.
pub fn page_scenes(plan: &'static Plan, pillar: Option<Ref<Pillar>>) -> Vec<&'static Scene> {
    plan.chapters
        .items()
        .iter()
        .filter(|chapter| chapter.pillar == pillar)
        .flat_map(|chapter| chapter.scenes.items())
        .collect()
}

/// The runs of a chapter, in order.
pub fn runs(chapter: &'static Chapter) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for scene in chapter.scenes.items() {
        let last = runs.last_mut().filter(|run| run.steps.len() < MOST_STEPS);
        let last = last.map(|run| (&mut run.staged, &mut run.steps));
        match (&scene.stage, last) {
            (Stage::Figure { figure, show }, Some((Staged::Figure(same), steps))) if same == figure => {
                steps.push(Step { scene, shown: show.bits() });
            }
            (Stage::Areas(areas), Some((Staged::Areas(all), steps))) if all.len() + areas.len() <= MOST_AREAS => {
                let shown = places(areas, all);
                steps.push(Step { scene, shown });
            }
            (stage, _) => runs.push(begin(scene, stage)),
        }
    }
    runs
}

fn begin(scene: &'static Scene, stage: &Stage) -> Run {
    let (staged, shown) = match stage {
        Stage::Figure { figure, show } => (Staged::Figure(*figure), show.bits()),
        Stage::Areas(areas) => {
            let mut all = Vec::new();
            let shown = places(areas, &mut all);
            (Staged::Areas(all), shown)
        }
        Stage::Figures(figures) => (Staged::Figures(*figures), u8::MAX),
        Stage::Ladder => (Staged::Ladder, u8::MAX),
        Stage::Measure => (Staged::Measure, u8::MAX),
        Stage::Words(words) => (Staged::Words(*words), u8::MAX),
    };
    Run { staged, steps: vec![Step { scene, shown }] }
}

/// The places of `areas` in `all` as bits; what has none gets the next.
fn places(areas: &[Ref<Figure>], all: &mut Vec<Ref<Figure>>) -> u8 {
    areas.iter().fold(0, |bits, area| {
        let place = all.iter().position(|known| known == area).unwrap_or_else(|| {
            all.push(*area);
            all.len() - 1
        });
        bits | 1_u8.checked_shl(place as u32).unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::source;
    use std::path::Path;

    #[test]
    fn scenes_about_one_thing_share_a_drawing() {
        let plans = source::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))).expect("a valid plan");
        let chapter =
            plans.zh.chapters.items().iter().find(|chapter| chapter.id.as_str() == "strength").expect("a chapter");
        let runs = runs(chapter);
        assert!(matches!(runs[0].staged, Staged::Figure(figure) if plans.zh.id_of(figure) == "industry-output"));
        let states: Vec<u8> = runs[0].steps.iter().map(|step| step.shown).collect();
        assert_eq!(states, [1, 3, 7], "870, then the aim, then what we compute");
    }

    #[test]
    fn areas_join_in_order_of_appearance() {
        let plans = source::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"))).expect("a valid plan");
        let run = plans.zh.chapters.items().iter().flat_map(runs).find(|run| matches!(run.staged, Staged::Areas(_)));
        let run = run.expect("the hills are mended");
        let states: Vec<u8> = run.steps.iter().map(|step| step.shown).collect();
        assert!(states.windows(2).all(|pair| pair[0] & !pair[1] == 0), "nothing leaves: {states:?}");
        assert_eq!(
            states.last().map(|bits| bits.count_ones()),
            Some(match &run.staged {
                Staged::Areas(all) => all.len() as u32,
                _ => 0,
            })
        );
    }
}
