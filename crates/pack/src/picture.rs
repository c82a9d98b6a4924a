//! PNG of opaque pictures that have few colours.

pub use png::EncodingError as PngError;

/// A PNG of `rgba`, four bytes a pixel, row by row. The picture is opaque: its alpha is left out. A palette where its
/// colours fit into one, three bytes a pixel elsewhere.
///
/// # Errors
/// Where `width` and `height` are not the picture's.
pub fn png(width: u32, height: u32, rgba: &[u8]) -> Result<Vec<u8>, PngError> {
    let pixels: Vec<Shade> = rgba.as_chunks().0.iter().map(Shade::of).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
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

    fn of([red, green, blue, _]: &[u8; 4]) -> Shade {
        let [red, green, blue] = [red, green, blue].map(|channel| u16::from(channel >> 3));
        Shade(red << 10 | green << 5 | blue)
    }

    fn channels(self) -> [u8; 3] {
        [10, 5, 0].map(|low| {
            let five = (self.0 >> low & 0b1_1111) as u8;
            five << 3 | five >> 2
        })
    }
}
