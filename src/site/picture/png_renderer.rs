//! From SVG to PNG.

use crate::site::source::hex;
use crate::site::write_whole;
use resvg::usvg::{self, Group, Node, Options, Tree, fontdb};
use resvg::{render, tiny_skia};
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// The fonts, under the folder where npm puts them. `sans-serif` is the first, `serif` the second.
const FONTS: [(&str, &str); 2] = [
    ("Noto Sans SC", "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    ("Noto Serif SC", "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
];

/// What makes another PNG of the same SVG where it changes: this file, what packs it, the renderer's version, and the fonts'.
const MAKERS: [&str; 4] = [
    include_str!("png_renderer.rs"),
    include_str!("../../../crates/pack/src/picture.rs"),
    include_str!("../../../Cargo.lock"),
    include_str!("../../../package-lock.json"),
];

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
        write_whole(&path, &bytes).map_err(|error| Error::File { path, error })?;
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
        // Sheets are opaque, so that colours stand as they are.
        pack::png(width, height, canvas.data()).map_err(|error| failed(&error))
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
