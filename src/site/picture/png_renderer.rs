//! From SVG to PNG.

use crate::site::source::hex;
use resvg::usvg::{self, Group, Node, Options, Tree, fontdb};
use resvg::{render, tiny_skia};
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use thiserror::Error;

/// The fonts, under the folder where npm puts them. `sans-serif` is the first, `serif` the second.
const FONTS: [(&str, &str); 2] = [
    ("Noto Sans SC", "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    ("Noto Serif SC", "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
];

/// What makes another PNG of the same SVG where it changes: this file, the renderer's version, and the fonts'.
const MAKERS: [&str; 3] =
    [include_str!("png_renderer.rs"), include_str!("../../../Cargo.lock"), include_str!("../../../package-lock.json")];

#[derive(Debug, Error)]
pub enum Error {
    #[error("{0} is missing; run `make setup`, which installs the fonts of the pictures")]
    Font(PathBuf),
    #[error(
        "the fonts have no glyph for “{character}” in “{text}”; write it in another way, or add a font that has it"
    )]
    Glyph { character: String, text: String },
    #[error("a picture could not be drawn: {0}")]
    Drawing(String),
    #[error("{path}: {error}")]
    File { path: PathBuf, error: io::Error },
}

/// How many files were begun: each has a name of its own.
static DRAFTS: AtomicU64 = AtomicU64::new(0);

/// Makes PNG files, and keeps them by what they were made from.
pub struct PngRenderer {
    options: Options<'static>,
    kept: PathBuf,
    /// Every key begins with it.
    makers: Sha256,
}

impl PngRenderer {
    /// `fonts` is where the packages of the fonts are; `kept` is where finished pictures stay from build to build.
    pub fn open(fonts: &Path, kept: &Path) -> Result<PngRenderer, Error> {
        let mut database = fontdb::Database::new();
        for (_, file) in FONTS {
            let path = fonts.join(file);
            database.load_font_data(std::fs::read(&path).map_err(|_| Error::Font(path.clone()))?);
        }
        let [(sans, _), (serif, _)] = FONTS;
        database.set_sans_serif_family(sans);
        database.set_serif_family(serif);
        std::fs::create_dir_all(kept).map_err(|error| Error::File { path: kept.to_owned(), error })?;
        let options = Options { fontdb: Arc::new(database), font_family: sans.to_owned(), ..Options::default() };
        let makers = MAKERS.iter().fold(Sha256::new(), |hash, maker| hash.chain_update(maker));
        Ok(PngRenderer { options, kept: kept.to_owned(), makers })
    }

    /// The picture of `svg`, `scale` times as large as it says.
    pub fn png(&self, svg: &str, scale: f32) -> Result<Vec<u8>, Error> {
        let key = self.makers.clone().chain_update(scale.to_le_bytes()).chain_update(svg).finalize();
        let path = self.kept.join(format!("{}.png", hex(&key)));
        if let Ok(bytes) = std::fs::read(&path) {
            return Ok(bytes);
        }
        let bytes = self.draw(svg, scale)?;
        // Whole or not at all: a build may be stopped at any time, and others may run beside it, in this process too.
        let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
        let draft = self.kept.join(format!("{}.{}.{number}.part", hex(&key), std::process::id()));
        let failed = |error| Error::File { path: path.clone(), error };
        std::fs::write(&draft, &bytes).map_err(failed)?;
        std::fs::rename(&draft, &path).map_err(failed)?;
        Ok(bytes)
    }

    fn draw(&self, svg: &str, scale: f32) -> Result<Vec<u8>, Error> {
        let failed = |error: &dyn std::fmt::Display| Error::Drawing(error.to_string());
        let tree = Tree::from_str(svg, &self.options).map_err(|error| failed(&error))?;
        whole(tree.root())?;
        let size = tree.size().to_int_size();
        let [width, height] = [size.width(), size.height()].map(|length| (length as f32 * scale) as u32);
        let mut canvas =
            tiny_skia::Pixmap::new(width, height).ok_or_else(|| Error::Drawing("it has no size".to_owned()))?;
        render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut canvas.as_mut());
        encode(&canvas).map_err(|error| failed(&error))
    }
}

/// Whether every character of a drawing has its glyph.
fn whole(group: &Group) -> Result<(), Error> {
    for node in group.children() {
        match node {
            Node::Group(group) => whole(group)?,
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                if let Some(missing) = glyphs.into_iter().find(|glyph| glyph.id.0 == 0) {
                    let text = text.chunks().iter().map(usvg::TextChunk::text).collect();
                    return Err(Error::Glyph { character: missing.text.clone(), text });
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Sheets are opaque and have few colours: a palette where they fit into one, three bytes a pixel elsewhere.
fn encode(canvas: &tiny_skia::Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let pixels: Vec<Shade> = canvas.pixels().iter().map(Shade::of).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, canvas.width(), canvas.height());
    encoder.set_compression(png::Compression::High);
    encoder.set_depth(png::BitDepth::Eight);
    if let Some((palette, indexed)) = indexed(&pixels) {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header()?.write_image_data(&indexed)?;
    } else {
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_filter(png::Filter::Adaptive);
        let channels: Vec<u8> = pixels.iter().flat_map(|shade| shade.channels()).collect();
        encoder.write_header()?.write_image_data(&channels)?;
    }
    Ok(bytes)
}

/// The palette of a picture with no more than 256 colours, and its pixels as places in it. There are so few shades that a
/// table of all of them is the quick way.
fn indexed(pixels: &[Shade]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut used = vec![false; Shade::COUNT];
    for shade in pixels {
        used[usize::from(shade.0)] = true;
    }
    let mut places = vec![0; Shade::COUNT];
    let mut palette = Vec::new();
    for shade in (0..Shade::COUNT).filter(|&shade| used[shade]) {
        places[shade] = u8::try_from(palette.len() / 3).ok()?;
        palette.extend(Shade(shade as u16).channels());
    }
    Some((palette, pixels.iter().map(|shade| places[usize::from(shade.0)]).collect()))
}

/// A colour in five bits a channel. Edges between two colours have hundreds of shades; thirty-two steps a channel are as
/// smooth to the eye.
#[derive(Clone, Copy)]
struct Shade(u16);

impl Shade {
    const COUNT: usize = 1 << 15;

    fn of(pixel: &tiny_skia::PremultipliedColorU8) -> Shade {
        let [red, green, blue] = [pixel.red(), pixel.green(), pixel.blue()].map(|channel| u16::from(channel >> 3));
        Shade(red << 10 | green << 5 | blue)
    }

    fn channels(self) -> [u8; 3] {
        [10, 5, 0].map(|low| {
            let five = (self.0 >> low & 0b1_1111) as u8;
            five << 3 | five >> 2
        })
    }
}
