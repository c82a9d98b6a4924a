//! Where the city is, as a wax diagram: the regions that meet there, by their sides. It is no map.

use crate::app::SiteContext;
use crate::app::chart::svg;
use crate::color::Token;
use crate::figure::{Align, Face, Label, Mark, PlacedFigure, Shape, eighths};
use crate::plan::Region;
use crate::text::ordered_by;
use crate::words;
use yew::prelude::*;

/// Width and height in CSS pixels.
const SIZE: (f64, f64) = (300.0, 250.0);
/// From the meeting point to a name, and how far the lines reach.
const NAMES: f64 = 84.0;
const REACH: f64 = 150.0;

/// Nothing for a city that names no regions.
pub fn location_diagram(cx: &SiteContext) -> Html {
    let site = &cx.plan().site;
    if site.regions.is_empty() {
        return html! {};
    }
    let names: Vec<&str> = site.regions.iter().map(|region| region.name.as_str()).collect();
    let placed = placed(site.city.as_str(), site.regions.items());
    html! {
        <figure class="where indigo" role="img" aria-label={words::meeting(site.city.as_str(), &names, cx.lang)}>{svg(&placed, "place")}</figure>
    }
}

fn placed(city: &str, regions: &[Region]) -> PlacedFigure {
    let middle = (SIZE.0 / 2.0, SIZE.1 / 2.0);
    let at = |angle: f64, along: f64| (middle.0 + along * angle.cos(), middle.1 - along * angle.sin());
    let angles: Vec<f64> = regions.iter().map(|region| region.degrees.to_radians()).collect();
    let mut marks = Vec::new();
    for region in regions {
        let (x, y) = at(region.degrees.to_radians(), NAMES);
        marks.push(label(region.name.as_str(), x, y, 19.0, Face::Numeral, Token::Ink));
    }
    // The lines between them: dots of wax, swinging a little as borders in the hills do.
    let angles = ordered_by(angles, |angle| [*angle, 0.0]);
    for (index, angle) in angles.iter().enumerate() {
        let next = angles.get(index + 1).copied().unwrap_or(angles[0] + std::f64::consts::TAU);
        let between = f64::midpoint(*angle, next);
        let mut along = 16.0;
        while along < REACH {
            let swing = 0.09 * (along / 19.0 + index as f64 * 2.0).sin();
            let (x, y) = at(between + swing, along);
            if x > 2.0 && x < SIZE.0 - 2.0 && y > 2.0 && y < SIZE.1 - 2.0 {
                marks.push(dot(x, y, 1.7, Token::Second));
            }
            along += 6.5;
        }
    }
    // The city lies in its own region, close to where all of them meet.
    let home = regions.iter().find(|region| region.home).map_or(0.0, |region| region.degrees.to_radians());
    let (x, y) = at(home, 24.0);
    marks.push(dot(x, y, 6.0, Token::Pigment(1)));
    // Its name stands away from the lines.
    let aside = if home.cos() < -0.1 { -1.0 } else { 1.0 };
    marks.push(label(city, x + aside * 28.0, y, 16.0, Face::Text, Token::Pigment(1)));
    PlacedFigure { width: eighths(SIZE.0), height: eighths(SIZE.1), marks, ..PlacedFigure::default() }
}

fn dot(x: f64, y: f64, radius: f64, token: Token) -> Mark {
    Mark::Fill { shape: Shape::Circle { x: eighths(x), y: eighths(y), radius: eighths(radius) as u32 }, token }
}

fn label(text: &str, x: f64, y: f64, size: f64, face: Face, token: Token) -> Mark {
    Mark::Label(Label {
        text: text.to_owned(),
        x: eighths(x),
        y: eighths(y),
        size: eighths(size) as u32,
        face,
        token,
        align: Align::Middle,
    })
}
