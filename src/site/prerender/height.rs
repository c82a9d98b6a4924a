//! How high a widget is in a column of a given width, reckoned while building: its place in an article is kept free
//! before it is there. The sizes are those of `styles/embedded.css` and the sheets it builds on; a test holds the
//! result against browsers. Too much by a little is right: the widget then ends in a little more ground.

use crate::app::PROMISES_SHOWN;
use crate::figure::{EIGHTHS, Face, FigureChart, Frame, text_width};
use crate::plan::{self, Commitment, Pillar, Plan, Ref, Shown, Slot};
use crate::quantity::{Lang, Quantity, qualifier, written};
use crate::route::Widget;
use crate::site::source::Bilingual;
use crate::words;
use std::ops::Range;

/// Breakpoints of the piecewise-linear reserved height, as widths of the column in CSS pixels; `embed.js` has the
/// same. Up to the second the narrow drawing grows with the column; at the third the wide one takes over, and grows
/// up to the last.
const WIDTHS_CSS_PX: [i32; 4] = [320, 460, 600, 760];
/// Beyond this width nothing of a widget gets higher.
const WIDEST_CSS_PX: i32 = 1000;
/// Heights are given in steps of so many pixels.
const STEP_CSS_PX: f64 = 8.0;

/// At `Widget::height_position` for each language, heights in CSS pixels: in columns of 320, 460 and just under 600 px,
/// then with the wide drawing in columns of 600 and 760 px.
pub fn all(plan: &Bilingual) -> Vec<[[u16; 5]; 2]> {
    let pillars = Ref::all(&plan.zh.pillars).map(Widget::Pillar);
    let widgets = pillars.chain(Ref::all(&plan.zh.figures).map(Widget::Figure));
    let own = widgets.map(|widget| Lang::ALL.map(|lang| heights(plan.in_lang(lang), widget)));
    own.chain([Lang::ALL.map(|lang| of_promises(plan.in_lang(lang)))]).collect()
}

/// Those of the longest promise; it is found by the width of its text on one line.
fn of_promises(plan: &Plan) -> [u16; 5] {
    let width = |commitment: &Ref<Commitment>| text_px(&plan[*commitment].text.plain(), 1.0).round() as u32;
    let longest = Ref::all(&plan.commitments).max_by_key(width);
    longest.map_or([0; 5], |commitment| heights(plan, Widget::Promise(commitment)))
}

fn heights(plan: &Plan, widget: Widget) -> [u16; 5] {
    let [least, grown, wide, widest] = WIDTHS_CSS_PX;
    let drawn = match widget {
        Widget::Figure(figure) => Some(figure),
        Widget::Pillar(pillar) => plan.figures_of_pillar(pillar).next(),
        Widget::Promise(_) => None,
    };
    let ratios = drawn.map_or([0.0; 2], |figure| {
        [Frame::NARROW, Frame::WIDE].map(|frame| {
            let placed = FigureChart::of(plan, figure).place(frame, Shown::ALL);
            f64::from(placed.height) / f64::from(placed.width)
        })
    });
    let reckoned = |widths: Range<i32>| -> Vec<(i32, f64)> {
        widths.step_by(4).map(|width| (width, Column { plan, width, ratios }.height(widget))).collect()
    };
    let narrow = line_above(&reckoned(least..grown + 1), [least, grown]);
    let between = line_above(&reckoned(grown + 4..wide), [grown, wide]);
    let after = line_above(&reckoned(wide..WIDEST_CSS_PX), [wide, widest]);
    [narrow[0], f64::max(narrow[1], between[0]), between[1], after[0], after[1]]
        .map(|height| ((height / STEP_CSS_PX).ceil() * STEP_CSS_PX) as u16)
}

/// Heights at the two ends of the lowest line that is below none of `points`, given as widths and heights. Points
/// beyond the second end count as if they stood there.
fn line_above(points: &[(i32, f64)], ends: [i32; 2]) -> [f64; 2] {
    let length = f64::from(ends[1] - ends[0]);
    let line = |slope: f64| {
        let start = points.iter().map(|(width, height)| height - slope * f64::from((*width).min(ends[1]) - ends[0]));
        let start = start.fold(f64::MIN, f64::max);
        [start, start + slope * length]
    };
    // No text is longer, and no drawing higher, than twice the width that it gains or loses.
    let lines = (-40..=40).map(|twentieths| line(f64::from(twentieths) / 20.0));
    lines.min_by(|one, other| f64::total_cmp(&(one[0] + one[1]), &(other[0] + other[1]))).expect("there are slopes")
}

/// The heights of widgets as `embed.js` reads them: `figures/ID:` and, each height, first in Chinese, two digits
/// to the base of 36 that count steps.
pub fn table(plan: &Plan, heights: &[[[u16; 5]; 2]]) -> String {
    let digit = |value: u32| char::from_digit(value % 36, 36).expect("it is below the base");
    let pillars = Ref::all(&plan.pillars).map(Widget::Pillar);
    let own = pillars.chain(Ref::all(&plan.figures).map(Widget::Figure));
    let names = own.map(|widget| format!("{}s/{}:", widget.attribute(), widget.id(plan)));
    // The last row is that of every promise.
    let rows = names.chain(["promises/:".to_owned()]).zip(heights).map(|(mut row, heights)| {
        for height in heights.iter().flatten() {
            let steps = u32::from(*height) / STEP_CSS_PX as u32;
            row.extend([digit(steps / 36), digit(steps)]);
        }
        row
    });
    rows.collect::<Vec<_>>().join(" ")
}

/// A column of an article. All sizes are CSS pixels.
struct Column<'a> {
    plan: &'a Plan,
    width: i32,
    /// Height for each pixel of width of the widget's drawing, in the narrow frame and in the wide one.
    ratios: [f64; 2],
}

const REM: f64 = 16.0;
const LEDGER_GAP: f64 = 1.2 * REM;
const PADDING: f64 = 20.0;
/// The least height of what can be touched.
const TOUCH: f64 = 44.0;

impl Column<'_> {
    fn height(&self, widget: Widget) -> f64 {
        let frame = 4.0 + 8.0 + 16.0;
        let content = match widget {
            Widget::Figure(figure) => {
                let record = &self.plan[figure];
                self.top(record.name.as_str()) + self.title(&record.finding.plain()) + self.figure(figure)
            }
            Widget::Pillar(pillar) => self.pillar(pillar),
            Widget::Promise(commitment) => self.promise(&self.plan[commitment]),
        };
        frame + content + self.credit() + self.plan.lang.pick(8.0, 32.0)
    }

    fn pillar(&self, reference: Ref<Pillar>) -> f64 {
        let pillar = &self.plan[reference];
        let more = 2.0 * REM + 0.95 * REM * self.line_height();
        let opening = self.top(words::pillar(self.plan.lang))
            + self.title(pillar.long.as_str())
            + 0.4 * REM
            + more
            + self.words(&pillar.lede.plain(), 0.95, 1.6, self.inside());
        let mut figures = self.plan.figures_of_pillar(reference);
        let Some(first) = figures.next() else {
            let promises = self.plan.commitments_of(Some(reference)).take(PROMISES_SHOWN);
            return opening + REM + 1.0 + promises.map(|one| self.promise_row(one)).sum::<f64>();
        };
        let heading = self.heading(&self.plan[first].finding.plain(), 1.1) + 1.3 * REM;
        let others: Vec<f64> = figures.map(|figure| self.ledger_row(figure)).collect();
        let ledger = if others.is_empty() {
            0.0
        } else {
            let rows = others.chunks(self.ledger_columns()).map(|row| row.iter().copied().fold(0.0, f64::max));
            1.2 * REM + 2.0 + rows.sum::<f64>()
        };
        opening + heading + self.figure(first) + ledger
    }

    /// The rules of `styles/ring.css`: ring and words, and below them how firm and where.
    fn promise_row(&self, commitment: &Commitment) -> f64 {
        let under = 1.5 * REM
            + commitment.hedge.map_or(0.0, |hedge| tag_width(self.plan[hedge].label.as_str()) + 0.3 * REM)
            + text_px(&words::locator(commitment.at, self.plan.lang), 0.8125);
        let ring = 0.9 * REM + 0.6 * REM;
        let words = self.words(&commitment.text.plain(), 1.0, self.line_height(), self.inside().min(44.0 * REM) - ring);
        words + self.lines(under, self.inside()) * REM * self.line_height() + 1.5 * REM + 1.0
    }

    fn promise(&self, commitment: &Commitment) -> f64 {
        let (plan, lang) = (self.plan, self.plan.lang);
        let kicker = words::promise_kicker(plan, commitment);
        let firm =
            commitment.hedge.map_or_else(|| words::no_hedge(lang).to_owned(), |hedge| plan[hedge].meaning.plain());
        let tags = tag_width(words::no_number(lang))
            + commitment.hedge.map_or(0.0, |hedge| tag_width(plan[hedge].label.as_str()))
            + text_px(&words::locator(commitment.at, lang), 0.875);
        // The ring stands before the words.
        let title = Column { width: self.width - 48, ..*self }.title(&commitment.text.plain());
        let line = self.lines(tags + 2.0 * REM, self.inside()) * 0.9 * REM * self.line_height();
        self.top(&kicker) + title + line + self.words(&firm, 0.95, 1.6, self.inside()) + 2.0 * REM
    }

    fn ledger_columns(&self) -> usize {
        (((self.inside() + LEDGER_GAP) / (8.0 * REM + LEDGER_GAP)) as usize).max(1)
    }

    fn ledger_row(&self, reference: Ref<plan::Figure>) -> f64 {
        let Some(value) = self.plan[reference].value(Slot::Promise) else {
            return 0.0;
        };
        let columns = self.ledger_columns() as f64;
        let width = (self.inside() - (columns - 1.0) * LEDGER_GAP) / columns;
        let name = self.words(value.measure.as_str(), 0.95, 1.45, width) + 0.8 * REM;
        1.1 * REM + 1.0 + self.quantity(&value.quantity, width) + name
    }

    /// A number set large; unit and qualifier stand below where there is no room beside.
    fn quantity(&self, quantity: &Quantity, width: f64) -> f64 {
        let lang = self.plan.lang;
        let parts = written(quantity, lang);
        let whole = quantity.of.map_or(String::new(), |of| format!(" / {of}"));
        let number = f64::from(text_width(&format!("{}{whole}", parts.number), 28, Face::Numeral));
        let (unit, tag) = (text_px(&parts.unit_with_space(), 0.95), tag_width(&qualifier(quantity, lang)));
        let under = |part: f64, height: f64| self.lines(part, width) * height;
        let (gap, mut height) = (0.4 * REM, 1.75 * REM * 1.15);
        if number + gap + unit + gap + tag > width {
            height += under(tag, 0.8125 * REM * 1.45) + 2.0;
        }
        if number + gap + unit > width {
            height += under(unit, 0.95 * REM * 1.15);
        }
        height
    }

    fn figure(&self, reference: Ref<plan::Figure>) -> f64 {
        let lang = self.plan.lang;
        let sources = self.plan[reference].values().map(|(_, value)| {
            let place = format!("{}{}{}", words::source(lang), lang.pick("：", ": "), words::locator(value.at, lang));
            let whole = [tag_width(&qualifier(&value.quantity, lang)), text_px(&place, 0.875)];
            let lines = self.lines_with(text_px(value.measure.as_str(), 0.875), &whole, 0.3 * REM);
            0.35 * REM + lines * 0.875 * REM * self.line_height()
        });
        self.drawing() + sources.sum::<f64>()
    }

    /// The rules of `styles/chart.css`.
    fn drawing(&self) -> f64 {
        // On the narrowest phones a chart reaches into the margins.
        let chart = f64::max(self.inside(), f64::min(self.inside() + 20.0, 298.0));
        let (ratio, most) = if chart >= 560.0 { (self.ratios[1], 720.0) } else { (self.ratios[0], 420.0) };
        f64::min(chart, most) * ratio
    }

    /// The kicker beside the choice of chart or table.
    fn top(&self, kicker: &str) -> f64 {
        f64::max(TOUCH, self.words(kicker, 0.875, 1.4, self.inside() - 96.0 - REM))
    }

    fn title(&self, text: &str) -> f64 {
        self.heading(text, 1.3) + 0.5 * REM
    }

    fn heading(&self, text: &str, rem: f64) -> f64 {
        let inside = f64::min(self.inside(), 30.0 * rem * REM);
        let mut lines = 1.0;
        let mut end = 0.0;
        for piece in self.plan.lexicon.pieces(text) {
            let width = text_width(piece, (rem * REM * f64::from(EIGHTHS)) as u32, Face::Numeral);
            let width = f64::from(width) / f64::from(EIGHTHS);
            end += width;
            if end > inside {
                lines += 1.0;
                end = width;
            }
        }
        lines * rem * REM * 1.45
    }

    fn credit(&self) -> f64 {
        let lang = self.plan.lang;
        let who = &self.plan.site;
        let small = 0.8125;
        let line = |width: f64| self.lines(width, self.inside()) * small * REM * 1.6;
        let out = text_px(who.name.as_str(), 0.9) + text_px(words::full_page(lang), 0.9) + 1.5 * REM;
        let out = if out > self.inside() { 2.0 * TOUCH } else { TOUCH };
        let contact = who
            .footer
            .contact
            .map_or(0.0, |contact| line(text_px(words::report(lang), small) + text_px(contact.as_str(), small) + REM));
        let registration = who.footer.registration.map_or(0.0, |words| line(text_px(&words.plain(), small)));
        18.0 + 8.0 + out + line(text_px(&who.footer.about.plain(), small)) + contact + registration + TOUCH
    }

    /// Width between the margins.
    fn inside(&self) -> f64 {
        f64::from(self.width) - 2.0 * PADDING
    }

    fn line_height(&self) -> f64 {
        self.plan.lang.pick(1.75, 1.6)
    }

    /// Height of a paragraph.
    fn words(&self, text: &str, rem: f64, line_height: f64, width: f64) -> f64 {
        self.lines(text_px(text, rem), width) * rem * REM * line_height
    }

    /// Lines of words with pieces behind them that no line breaks.
    fn lines_with(&self, text: f64, pieces: &[f64], gap: f64) -> f64 {
        let width = self.inside();
        let mut lines = self.lines(text, width);
        // The last line is taken to be as long as it can be.
        let mut end = if lines > 1.0 { f64::min(text - (lines - 1.0) * (width - self.lost()), width) } else { text };
        for piece in pieces {
            end += gap + piece;
            if end > width {
                lines += 1.0;
                end = *piece;
            }
        }
        lines
    }

    /// Lines that words of this width take: each loses a part of a word at its end.
    fn lines(&self, text: f64, width: f64) -> f64 {
        if text <= width { 1.0 } else { (text / (width - self.lost())).ceil() }
    }

    /// What a line has left at its end where the next word no longer fits.
    fn lost(&self) -> f64 {
        self.plan.lang.pick(REM, 2.0 * REM)
    }
}

fn text_px(text: &str, rem: f64) -> f64 {
    f64::from(text_width(text, (rem * REM * f64::from(EIGHTHS)) as u32, Face::Text)) / f64::from(EIGHTHS)
}

fn tag_width(text: &str) -> f64 {
    text_px(text, 0.8125) + REM
}
