//! A figure on its own page: the page sets the number large, so the drawing goes without a caption, and where there is
//! a path to what is promised, a reader can pull its end.

use super::{FigureChart, Frame, PlacedFigure, Trial};
use crate::plan::{self, Plan, Ref, Shown};

#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub figure: FigureChart,
    /// None where there is nothing to pull.
    pub trial: Option<Trial>,
}

impl Own {
    pub fn of(plan: &Plan, reference: Ref<plan::Figure>) -> Own {
        Own { figure: FigureChart::of(plan, reference).bare(), trial: Trial::of(plan, reference) }
    }

    /// With a pace to try; that of the article where none is given.
    #[must_use]
    pub fn with_pace(&self, pace: Option<f64>) -> Own {
        let trial = self.trial.as_ref().map(|trial| trial.with_pace(pace.unwrap_or(trial.stated())));
        Own { figure: self.figure.clone(), trial }
    }

    pub fn place(&self, frame: Frame, shown: Shown) -> PlacedFigure {
        self.figure.place_with(frame, shown, self.trial.as_ref())
    }

    /// Where a reader takes hold, in CSS pixels of the frame.
    pub fn handle(&self, frame: Frame) -> Option<(f64, f64)> {
        let trial = self.trial.as_ref()?;
        Some(self.figure.handle(frame, trial))
    }

    /// The pace that leads to a height of the drawing.
    pub fn pace_at(&self, frame: Frame, y_css_px: f64) -> Option<f64> {
        let trial = self.trial.as_ref()?;
        Some(trial.pace_to(self.figure.level_at(frame, trial, y_css_px)))
    }
}
