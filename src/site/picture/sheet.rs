//! What stands on a sheet, and where. Lengths are CSS pixels.

use super::SheetContext;
use super::content::{SheetContent, SheetRow, SheetSubject};
use super::qr::qr;
use super::spacing::apart;
use crate::color::Token;
use crate::figure::svg::{hex, inset};
use crate::figure::{EIGHTHS, Face, Frame, describe, lines, text_width};
use crate::line_break::Lexicon;
use crate::plan::Shown;
use crate::site::IN_MEMORY;
use crate::words;
use html_escape::encode_double_quoted_attribute as escape;
use std::fmt::Write;

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Beside a link to a page, 1200 by 630.
    Social,
    /// To be kept and passed on where links do not travel, 1080 by 1440.
    Poster,
    /// Rows with an empty box each, to be filled in, 1080 wide and as high as they need.
    Card,
    /// A chart to be printed, 640 wide and as high as it needs.
    Chart,
}

/// Height of the cloth at the foot of what is kept.
const POSTER_BAND: f64 = 270.0;

/// A sheet being written.
struct Page<'a> {
    context: SheetContext<'a>,
    svg: String,
}

/// Words of one look.
#[derive(Clone, Copy)]
struct Style {
    size: f64,
    face: Face,
    token: Token,
}

impl Style {
    const fn new(size: f64, face: Face, token: Token) -> Style {
        Style { size, face, token }
    }

    fn lines(self, text: &str, width: f64, lexicon: Lexicon) -> Vec<String> {
        lines(&apart(text), self.eighths(), self.face, (width * f64::from(EIGHTHS)) as i32, lexicon)
    }

    /// As many whole sentences as take no more than `most` lines.
    fn sentences(self, text: &str, width: f64, most: usize, lexicon: Lexicon) -> Vec<String> {
        let ends = text.match_indices(['。', '.']).map(|(at, end)| at + end.len());
        let kept = ends.map(|end| self.lines(&text[..end], width, lexicon)).take_while(|lines| lines.len() <= most);
        kept.last().unwrap_or_default()
    }

    fn width(self, text: &str) -> f64 {
        f64::from(text_width(&apart(text), self.eighths(), self.face)) / f64::from(EIGHTHS)
    }

    fn eighths(self) -> u32 {
        (self.size * f64::from(EIGHTHS)) as u32
    }

    fn leading(self) -> f64 {
        self.size * 1.42
    }
}

impl Sheet {
    /// Width of the picture beside a link in CSS pixels.
    pub const SOCIAL_WIDTH: u32 = 1200;

    /// The sheet about a subject.
    pub fn svg(self, subject: SheetSubject, context: SheetContext) -> String {
        let content = SheetContent::of(subject, &context);
        let mut page = Page { context, svg: String::new() };
        let (width, height) = match self {
            Sheet::Social => page.social(&content),
            Sheet::Poster => page.poster(&content),
            Sheet::Card => page.card(&content),
            Sheet::Chart => page.chart(&content),
        };
        let description = content.picture.as_ref().map_or_else(|_| content.title.clone(), describe);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\"><title>{}</title><desc>{}</desc><style>text{{font-family:sans-serif}}\
             .n{{font-family:serif;font-weight:700}}</style>{}</svg>\n",
            escape(&content.title),
            escape(&description),
            page.svg
        )
    }
}

impl Page<'_> {
    fn social(&mut self, content: &SheetContent) -> (f64, f64) {
        let (width, height, margin, band) = (1200.0, 630.0, 64.0, 92.0);
        self.rect(0.0, 0.0, width, height, Token::Paper);
        self.rect(0.0, 0.0, width, 12.0, content.pigment);
        let bottom = height - band;
        let column = match content.is_wide() {
            true => 330.0,
            false if content.is_ring() => 700.0,
            false => 500.0,
        };
        let mut y = margin + 24.0;
        self.words(margin, y, Style::new(28.0, Face::Text, content.pigment), &content.kicker);
        y += 74.0;
        y = self.title(content, margin, y, column, &[54.0, 46.0, 40.0, 34.0], 4);
        let words = Style::new(22.0, Face::Text, Token::Second);
        for row in content.rows.iter().rev().take(2).rev() {
            if y + 2.0 * words.leading() > bottom - 16.0 {
                break;
            }
            y = self.row(row, margin, y + 12.0, column, words);
        }
        self.picture(content, margin + column + 48.0, 56.0, width - 2.0 * margin - column - 48.0, bottom - 56.0 - 28.0);
        self.band(bottom, width, band);
        self.words(
            margin,
            bottom + 58.0,
            Style::new(26.0, Face::Numeral, Token::Wax),
            self.context.plan.site.name.as_str(),
        );
        let small = Style::new(19.0, Face::Text, Token::Wax);
        self.words_to(width - margin, bottom + 42.0, small, &self.version());
        self.words_to(width - margin, bottom + 71.0, small, bare(self.context.frozen));
        (width, height)
    }

    fn poster(&mut self, content: &SheetContent) -> (f64, f64) {
        let (width, height, margin, band) = (1080.0, 1440.0, 72.0, POSTER_BAND);
        let inside = width - 2.0 * margin;
        let bottom = height - band;
        self.rect(0.0, 0.0, width, height, Token::Paper);
        self.rect(0.0, 0.0, width, 20.0, content.pigment);
        self.words(margin, 104.0, Style::new(34.0, Face::Text, content.pigment), &content.kicker);
        let mut y = self.title(content, margin, 184.0, inside, &[64.0, 56.0, 50.0, 44.0], 3) + 12.0;
        let words = Style::new(28.0, Face::Text, Token::Second);
        let rows: f64 = content.rows.iter().map(|row| self.row_height(row, inside, words) + 12.0).sum();
        let room = bottom - 48.0 - rows - y;
        self.picture(content, margin, y, inside, room);
        y += room;
        for row in &content.rows {
            y = self.row(row, margin, y + 12.0, inside, words);
        }
        self.colophon(bottom, width, margin);
        (width, height)
    }

    /// Rows, each before an empty box.
    fn card(&mut self, content: &SheetContent) -> (f64, f64) {
        let (width, margin, box_width) = (1080.0, 72.0, 250.0);
        let inside = width - 2.0 * margin;
        let start = self.svg.len();
        self.words(margin, 104.0, Style::new(34.0, Face::Text, content.pigment), &content.kicker);
        let mut y = self.title(content, margin, 190.0, inside, &[64.0, 56.0, 50.0], 2) + 8.0;
        let lede = Style::new(28.0, Face::Text, Token::Second);
        if let Err((number, words)) = &content.picture {
            let words = format!("{number} {words}");
            for line in lede.lines(words.trim_start(), inside, self.context.plan.lexicon) {
                y += lede.leading();
                self.words(margin, y, lede, &line);
            }
        }
        y += 34.0;
        let words = Style::new(25.0, Face::Text, Token::Second);
        let line = hex(self.context.palette, Token::Line);
        let edge = hex(self.context.palette, Token::Second);
        for row in &content.rows {
            write!(self.svg, "<path d=\"M{margin} {y}h{inside}\" stroke=\"{line}\"/>").expect(IN_MEMORY);
            let end = self.row(row, margin, y + 13.0, inside - box_width - 30.0, words);
            let known = Style::new(20.0, Face::Text, Token::Ink);
            let lexicon = self.context.plan.lexicon;
            let said: Vec<String> =
                row.known.lines().flat_map(|part| known.lines(part, box_width - 24.0, lexicon)).collect();
            let high = (end - y - 8.0).max(44.0).max(said.len() as f64 * known.leading() + 16.0);
            write!(
                self.svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{box_width}\" height=\"{high}\" fill=\"none\" stroke=\"{edge}\" stroke-width=\"2\"/>",
                width - margin - box_width,
                y + 9.0,
            )
            .expect(IN_MEMORY);
            for (index, line) in said.iter().enumerate() {
                let baseline = y + 9.0 + 1.3 * known.size + index as f64 * known.leading();
                self.words(width - margin - box_width + 12.0, baseline, known, line);
            }
            y = (end + 12.0).max(y + high + 18.0);
        }
        let bottom = (y + 30.0).ceil();
        let drawn = self.svg.split_off(start);
        self.rect(0.0, 0.0, width, bottom, Token::Paper);
        self.rect(0.0, 0.0, width, 20.0, content.pigment);
        self.svg.push_str(&drawn);
        self.colophon(bottom, width, margin);
        (width, bottom + POSTER_BAND)
    }

    /// The cloth at the foot: who speaks, which version, and the address as a code.
    fn colophon(&mut self, bottom: f64, width: f64, margin: f64) {
        let inside = width - 2.0 * margin;
        self.band(bottom, width, POSTER_BAND);
        let code = 190.0;
        self.svg.push_str(&qr(self.context.address, self.context.palette, width - margin - code, bottom + 46.0, code));
        let lang = self.context.plan.lang;
        let mut y = bottom + 84.0;
        let left = inside - code - 40.0;
        self.words(margin, y, Style::new(34.0, Face::Numeral, Token::Wax), self.context.plan.site.name.as_str());
        let small = Style::new(22.0, Face::Text, Token::Wax);
        y += 46.0;
        let about = small.sentences(&self.context.plan.site.footer.about.plain(), left, 2, self.context.plan.lexicon);
        let link = small.lines(&format!("{}{}", words::scan(lang), self.link()), left, self.context.plan.lexicon);
        for line in about.iter().chain(&link) {
            self.words(margin, y, small, line);
            y += small.leading();
        }
        let version = self.kept();
        self.words(margin, y, small, &version);
    }

    fn chart(&mut self, content: &SheetContent) -> (f64, f64) {
        let (width, margin) = (640.0, 24.0);
        let inside = width - 2.0 * margin;
        let start = self.svg.len();
        let mut y = self.title(content, margin, 50.0, inside, &[24.0], 4) + 4.0;
        y += self.picture(content, margin / 2.0, y, width - margin, f64::MAX);
        let words = Style::new(15.0, Face::Text, Token::Second);
        for row in &content.rows {
            y = self.row(row, margin, y + 8.0, inside, words);
        }
        y += 30.0;
        let credit =
            format!("{} · {} · CC BY 4.0 · {}", self.context.plan.site.name.as_str(), self.kept(), self.link());
        let small = Style::new(13.0, Face::Text, Token::Second);
        for line in small.lines(&credit, inside, self.context.plan.lexicon) {
            self.words(margin, y, small, &line);
            y += small.leading();
        }
        let height = (y + 6.0).ceil();
        let drawn = self.svg.split_off(start);
        self.rect(0.0, 0.0, width, height, Token::Card);
        self.rect(0.0, 0.0, width, 5.0, content.pigment);
        self.svg.push_str(&drawn);
        (width, height)
    }

    /// The title from its first baseline on, in the largest of `sizes` that gives each clause a line of its own, else in
    /// the largest that takes no more than `most` lines. Returns where it ends.
    fn title(&mut self, content: &SheetContent, x: f64, y: f64, width: f64, sizes: &[f64], most: usize) -> f64 {
        let clauses: Vec<&str> = content.title.split_inclusive(['；', ';']).map(str::trim).collect();
        let styles = || sizes.iter().map(|size| Style::new(*size, Face::Numeral, Token::Ink));
        let by_clause = styles().map(|style| {
            (style, clauses.iter().flat_map(|one| style.lines(one, width, self.context.plan.lexicon)).collect())
        });
        let mut running = styles().map(|style| (style, style.lines(&content.title, width, self.context.plan.lexicon)));
        let fits = |most: usize| move |(_, lines): &(Style, Vec<String>)| lines.len() <= most;
        let broken = by_clause.clone().find(fits(clauses.len())).or_else(|| running.clone().find(fits(most)));
        let Some((style, lines)) = broken.or_else(|| running.next_back()) else {
            return y;
        };
        let mut baseline = y;
        for line in &lines {
            self.words(x, baseline, style, line);
            baseline += style.size * 1.36;
        }
        baseline - style.size * 0.9
    }

    /// The drawing as large as the box allows, in its middle; returns its height.
    fn picture(&mut self, content: &SheetContent, x: f64, y: f64, width: f64, height: f64) -> f64 {
        match &content.picture {
            Ok(subject) => {
                // Beside words the narrow drawing reads larger, unless it is a long one.
                let frame = if height < f64::MAX && !content.is_wide() { Frame::NARROW } else { Frame::WIDE };
                let placed = subject.place(frame, Shown::ALL);
                let ratio = f64::from(placed.height) / f64::from(placed.width);
                let across = width.min(height / ratio);
                let down = across * ratio;
                let left = x + (width - across) / 2.0;
                let top = if height < f64::MAX { y + (height - down) / 2.0 } else { y };
                self.svg.push_str(&inset(&placed, self.context.palette, left, top, across, down));
                down
            }
            Err((number, words)) => {
                let size = (width * 0.5).min(height * 0.6);
                let middle = y + height / 2.0;
                if content.is_ring() {
                    self.ring(x + width / 2.0, middle, width * 0.42, content.pigment);
                    let style = Style::new(30.0, Face::Text, Token::Second);
                    self.middle(x + width / 2.0, middle + 10.0, style, words);
                    return height;
                }
                self.middle(
                    x + width / 2.0,
                    middle + size * 0.2,
                    Style::new(size, Face::Numeral, content.pigment),
                    number,
                );
                self.middle(
                    x + width / 2.0,
                    middle + size * 0.2 + 56.0,
                    Style::new(30.0, Face::Text, Token::Second),
                    words,
                );
                height
            }
        }
    }

    /// An empty ring of wax dots.
    fn ring(&mut self, x: f64, y: f64, radius: f64, token: Token) {
        let (dot, colour) = (radius / 11.0, hex(self.context.palette, token));
        let gap = std::f64::consts::TAU * radius / 24.0;
        write!(
            self.svg,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius:.1}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{dot:.1}\" \
             stroke-linecap=\"round\" stroke-dasharray=\"0 {gap:.2}\"/>"
        )
        .expect(IN_MEMORY);
    }

    fn row_height(&self, row: &SheetRow, width: f64, style: Style) -> f64 {
        let lines = style.lines(&row.words, width, self.context.plan.lexicon);
        let last = lines.last().map_or(0.0, |line| style.width(line) + style.size * 0.5);
        let beside = last + self.beside_width(row, style) <= width;
        style.leading() * (lines.len() as f64 + if beside { 0.0 } else { 1.0 })
    }

    fn beside_width(&self, row: &SheetRow, style: Style) -> f64 {
        let tag = if row.tag.is_empty() { 0.0 } else { style.width(&row.tag) + style.size * 1.4 };
        tag + if row.place.is_empty() { 0.0 } else { style.width(&row.place) + style.size * 0.8 }
    }

    /// A row from its top on; returns where it ends.
    fn row(&mut self, row: &SheetRow, x: f64, y: f64, width: f64, style: Style) -> f64 {
        let lines = style.lines(&row.words, width, self.context.plan.lexicon);
        let mut baseline = y + style.size;
        let mut pen = x;
        let ink = Style { token: Token::Ink, ..style };
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                baseline += style.leading();
            }
            self.words(x, baseline, ink, line);
            pen = x + style.width(line) + style.size * 0.5;
        }
        if pen - x + self.beside_width(row, style) > width && pen > x {
            baseline += style.leading();
            pen = x;
        }
        if !row.tag.is_empty() {
            let across = style.width(&row.tag) + style.size * 0.8;
            write!(
                self.svg,
                "<rect x=\"{pen}\" y=\"{}\" width=\"{across}\" height=\"{}\" fill=\"none\" stroke=\"{}\"/>",
                baseline - style.size,
                style.size * 1.3,
                hex(self.context.palette, Token::Mark)
            )
            .expect(IN_MEMORY);
            self.middle(pen + across / 2.0, baseline, style, &row.tag);
            pen += across + style.size * 0.5;
        }
        if !row.place.is_empty() {
            self.words(pen, baseline, style, &row.place);
        }
        baseline + style.size * 0.42
    }

    /// Cloth with a saw-tooth border at its upper edge.
    fn band(&mut self, top: f64, width: f64, height: f64) {
        self.rect(0.0, top, width, height, Token::Cloth);
        let (tooth, wax) = (24.0, hex(self.context.palette, Token::Wax));
        let mut path = String::new();
        let count = (width / tooth) as i32;
        for index in 0..count {
            write!(path, "M{} {}l{} 10l{} -10z", f64::from(index) * tooth, top, tooth / 2.0, tooth / 2.0)
                .expect(IN_MEMORY);
        }
        write!(self.svg, "<path d=\"{path}\" fill=\"{wax}\"/>").expect(IN_MEMORY);
    }

    fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, token: Token) {
        let fill = hex(self.context.palette, token);
        write!(self.svg, "<path d=\"M{x} {y}h{width}v{height}h-{width}z\" fill=\"{fill}\"/>").expect(IN_MEMORY);
    }

    fn words(&mut self, x: f64, y: f64, style: Style, words: &str) {
        self.text(x, y, style, "start", words);
    }

    fn words_to(&mut self, x: f64, y: f64, style: Style, words: &str) {
        self.text(x, y, style, "end", words);
    }

    fn middle(&mut self, x: f64, y: f64, style: Style, words: &str) {
        self.text(x, y, style, "middle", words);
    }

    fn text(&mut self, x: f64, y: f64, style: Style, anchor: &str, words: &str) {
        let class = if style.face == Face::Numeral { " class=\"n\"" } else { "" };
        let fill = hex(self.context.palette, style.token);
        write!(
            self.svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{class}>{}</text>",
            style.size,
            escape(&self.plain(words))
        ).expect(IN_MEMORY);
    }

    /// The fonts give the curly apostrophe the width of a Han character.
    fn plain(&self, words: &str) -> String {
        self.context.plan.lang.pick(apart(words), words.replace('’', "'"))
    }

    fn version(&self) -> String {
        let plan = self.context.plan;
        format!("{} {}", words::version(plan.lang), plan.version.as_str())
    }

    /// The version and where it stays.
    fn kept(&self) -> String {
        format!("{} · {}", self.version(), bare(self.context.frozen))
    }

    fn link(&self) -> String {
        bare(self.context.address).to_owned()
    }
}

/// An address without what every address begins with.
fn bare(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}
