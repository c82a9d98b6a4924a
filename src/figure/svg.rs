//! Writes a drawing as SVG in few bytes: coordinates are the layout's own eighths, colours are CSS variables, neighbours of
//! one style share one element.
//!
//! An inline drawing relies on these rules of `styles/chart.css`: `.drawing text` (family) and `.drawing .n` (the
//! numeral face). A standalone one carries them with it.

use super::PlacedFigure;
use super::mark::{Align, BASELINE_EM, EIGHTHS, Face, Label, Mark, Shape};
use crate::color::{Palette, Token};
use html_escape::encode_double_quoted_attribute as escape;
use std::fmt;

/// The drawing for a page, in the class of its frame.
pub fn inline(placed: &PlacedFigure, class: &str) -> String {
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\">{}</svg>",
        placed.width,
        placed.height,
        body(placed)
    )
}

/// The drawing in a box of another drawing, which gives `.n` its face; colours are those of `palette`.
pub fn inset(placed: &PlacedFigure, palette: &Palette, x: f64, y: f64, width: f64, height: f64) -> String {
    let mut body = body(placed);
    for token in Token::ALL {
        body = body.replace(&format!("var({})", token.css_name()), &hex(palette, token));
    }
    format!(
        "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\">{body}</svg>",
        placed.width, placed.height
    )
}

/// A colour as an attribute takes it.
pub fn hex(palette: &Palette, token: Token) -> String {
    let (r, g, b) = palette[usize::from(token.index())];
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The drawing as a file of its own, with concrete colours and a title.
pub fn standalone(placed: &PlacedFigure, palette: &Palette, title: &str, description: &str) -> String {
    let mut variables = String::new();
    for token in Token::ALL {
        variables += &format!("{}:{};", token.css_name(), hex(palette, token));
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{}\" height=\"{}\" role=\"img\">\
         <title>{}</title><desc>{}</desc><style>:root{{{variables}}}\
         text{{font-family:sans-serif}}\
         .n{{font-family:serif;font-weight:700}}</style>\
         <path d=\"M0 0h{w}v{h}H0z\" fill=\"var(--card)\"/>{}</svg>",
        placed.width / EIGHTHS,
        placed.height / EIGHTHS,
        escape(title),
        escape(description),
        body(placed),
        w = placed.width,
        h = placed.height,
    )
}

fn body(placed: &PlacedFigure) -> String {
    elements(placed).iter().map(Element::to_string).collect()
}

/// The drawing as SVG elements.
pub fn elements(placed: &PlacedFigure) -> Vec<Element> {
    let mut writer = Writer::default();
    placed.marks.iter().for_each(|mark| writer.mark(mark));
    writer.close();
    writer.elements
}

/// An element of a drawing. All lengths are the layout's eighths.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    Path { data: String, paint: Paint },
    Text { x: i32, y: i32, size: u32, token: Token, align: Align, face: Face, text: String },
}

/// How a path is painted; consecutive shapes of one paint share an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    Fill(Token),
    Stroke {
        token: Token,
        width: u32,
    },
    /// Dots of one token and radius: subpaths of no length with round caps.
    Dots {
        token: Token,
        radius: u32,
    },
}

impl Element {
    /// Name, attributes and text of the element.
    pub fn parts(&self) -> (&'static str, Vec<(&'static str, String)>, &str) {
        let color = |token: &Token| format!("var({})", token.css_name());
        match self {
            Element::Path { data, paint } => {
                let mut attributes = vec![("d", data.clone())];
                match paint {
                    Paint::Fill(token) => attributes.push(("fill", color(token))),
                    Paint::Stroke { token, width } => attributes.extend([
                        ("fill", "none".to_owned()),
                        ("stroke", color(token)),
                        ("stroke-width", width.to_string()),
                    ]),
                    Paint::Dots { token, radius } => attributes.extend([
                        ("stroke", color(token)),
                        ("stroke-width", (radius * 2).to_string()),
                        ("stroke-linecap", "round".to_owned()),
                    ]),
                }
                ("path", attributes, "")
            }
            Element::Text { x, y, size, token, align, face, text } => {
                let mut attributes = vec![
                    ("x", x.to_string()),
                    ("y", y.to_string()),
                    ("font-size", size.to_string()),
                    ("fill", color(token)),
                ];
                match align {
                    Align::Start => {}
                    Align::Middle => attributes.push(("text-anchor", "middle".to_owned())),
                    Align::End => attributes.push(("text-anchor", "end".to_owned())),
                }
                if *face == Face::Numeral {
                    attributes.push(("class", "n".to_owned()));
                }
                ("text", attributes, text)
            }
        }
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, attributes, text) = self.parts();
        write!(f, "<{name}")?;
        for (name, value) in attributes {
            write!(f, " {name}=\"{value}\"")?;
        }
        if text.is_empty() { f.write_str("/>") } else { write!(f, ">{}</{name}>", escape(text)) }
    }
}

/// A path being written: its data so far and where its pen stands.
struct Open {
    paint: Paint,
    path: String,
    pen: (i32, i32),
}

#[derive(Default)]
struct Writer {
    elements: Vec<Element>,
    open: Option<Open>,
}

impl Writer {
    /// The path of `paint`, after closing any other.
    fn open(&mut self, paint: Paint) -> &mut Open {
        if self.open.as_ref().is_some_and(|open| open.paint != paint) {
            self.close();
        }
        self.open.get_or_insert(Open { paint, path: String::new(), pen: (0, 0) })
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Fill { shape: Shape::Circle { x, y, radius }, token } => {
                let open = self.open(Paint::Dots { token: *token, radius: *radius });
                open.move_to((*x, *y));
                open.path.push_str("h0");
            }
            Mark::Fill { shape: Shape::Path(points), token } => {
                self.line(points, Paint::Stroke { token: *token, width: 0 })
            }
            Mark::Fill { shape, token } => self.ring(shape, Paint::Fill(*token)),
            Mark::Stroke { shape, token, width, dash } => {
                let paint = Paint::Stroke { token: *token, width: *width };
                match (shape, dash) {
                    (shape, Some(dash)) => shape.dashes(*dash).iter().for_each(|piece| self.line(piece, paint)),
                    (Shape::Circle { x, y, radius }, None) => {
                        let r = *radius as i32;
                        let open = self.open(paint);
                        open.move_to((x - r, *y));
                        open.path += &format!("a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 {} 0", 2 * r, -2 * r);
                    }
                    (Shape::Rect { .. }, None) => self.ring(shape, paint),
                    (shape, None) => self.line(&shape.outline(), paint),
                }
            }
            Mark::Label(Label { text, x, y, size, face, token, align }) => {
                self.close();
                let y = y + (BASELINE_EM * f64::from(*size)).round() as i32;
                let (x, size, token, align, face) = (*x, *size, *token, *align, *face);
                self.elements.push(Element::Text { x, y, size, token, align, face, text: text.clone() });
            }
        }
    }

    fn line(&mut self, points: &[(i32, i32)], paint: Paint) {
        let open = self.open(paint);
        if let Some((first, rest)) = points.split_first() {
            open.move_to(*first);
            rest.iter().for_each(|point| open.line_to(*point));
        }
    }

    /// A closed outline.
    fn ring(&mut self, shape: &Shape, paint: Paint) {
        let outline = shape.outline();
        if let Some((first, line)) = outline.split_last() {
            self.line(line, paint);
            self.open(paint).close_at(*first);
        }
    }

    fn close(&mut self) {
        if let Some(Open { paint, path, .. }) = self.open.take() {
            self.elements.push(Element::Path { data: path, paint });
        }
    }
}

impl Open {
    fn move_to(&mut self, to: (i32, i32)) {
        if self.path.is_empty() {
            self.path += &format!("M{} {}", to.0, to.1);
        } else {
            self.path += &format!("m{}", pair(to.0 - self.pen.0, to.1 - self.pen.1));
        }
        self.pen = to;
    }

    fn line_to(&mut self, to: (i32, i32)) {
        let (dx, dy) = (to.0 - self.pen.0, to.1 - self.pen.1);
        self.path += &match (dx, dy) {
            (dx, 0) => format!("h{dx}"),
            (0, dy) => format!("v{dy}"),
            (dx, dy) => format!("l{}", pair(dx, dy)),
        };
        self.pen = to;
    }

    /// Ends a closed subpath; the pen returns to its start.
    fn close_at(&mut self, start: (i32, i32)) {
        self.path.push('z');
        self.pen = start;
    }
}

/// Two numbers with no more between them than needed.
fn pair(x: i32, y: i32) -> String {
    if y < 0 { format!("{x}{y}") } else { format!("{x} {y}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::mark::{Align, Label, Mark, Shape};

    fn dot(x: i32, token: Token) -> Mark {
        Mark::Fill { shape: Shape::Circle { x, y: 8, radius: 4 }, token }
    }

    fn placed(marks: Vec<Mark>) -> PlacedFigure {
        PlacedFigure { width: 80, height: 80, marks, ..PlacedFigure::default() }
    }

    #[test]
    fn neighbouring_dots_of_one_style_share_an_element() {
        let svg = body(&placed(vec![dot(8, Token::Ink), dot(16, Token::Ink), dot(24, Token::Ink)]));
        assert_eq!(
            svg,
            "<path d=\"M8 8h0m8 0h0m8 0h0\" stroke=\"var(--ink)\" stroke-width=\"8\" stroke-linecap=\"round\"/>"
        );
    }

    #[test]
    fn what_lies_on_top_stays_on_top() {
        let svg = body(&placed(vec![dot(8, Token::Ink), dot(8, Token::Wax), dot(8, Token::Ink)]));
        assert_eq!(svg.matches("<path").count(), 3);
        assert!(svg.find("--wax") < svg.rfind("--ink"));
    }

    #[test]
    fn a_closed_shape_leaves_the_pen_at_its_start() {
        let rect = |x| Mark::Fill { shape: Shape::Rect { x, y: 0, width: 5, height: 5 }, token: Token::Mark };
        let svg = body(&placed(vec![rect(0), rect(10)]));
        assert!(svg.contains("M0 0h5v5h-5zm10 0h5v5h-5z"), "{svg}");
    }

    #[test]
    fn words_are_escaped() {
        let label = Label {
            text: "a<b & \"c\"".to_owned(),
            x: 1,
            y: 2,
            size: 104,
            face: Face::Numeral,
            token: Token::Ink,
            align: Align::End,
        };
        let svg = body(&placed(vec![Mark::Label(label)]));
        assert!(svg.contains("a&lt;b &amp; &quot;c&quot;"), "{svg}");
        assert!(svg.contains("class=\"n\"") && svg.contains("text-anchor=\"end\""), "{svg}");
    }
}
