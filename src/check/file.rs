//! What the bytes of a reader's file are, before they are read as a text.

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Text(Encoding),
    /// Word, RTF or PDF: words among much else.
    Document,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// GBK and GB2312 are parts of it.
    Gb18030,
    Big5,
    Windows1252,
}

impl Encoding {
    /// As the browser's decoder takes it.
    pub const fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
            Encoding::Big5 => "big5",
            Encoding::Windows1252 => "windows-1252",
        }
    }

    /// As readers may know it.
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Gb18030 => "GB18030",
            Encoding::Big5 => "Big5",
            Encoding::Windows1252 => "Windows-1252",
        }
    }
}

/// First bytes of files that word processors and printers write.
const DOCUMENTS: [&[u8]; 5] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-", b"\xef\xbb\xbf%PDF-"];

impl FileKind {
    /// By the first bytes or, where they say nothing, by what the others would be in each encoding. A file that was cut in
    /// the middle of a character, or has a few bytes of control in it, is still a text.
    pub fn of(bytes: &[u8]) -> FileKind {
        if DOCUMENTS.iter().any(|first| bytes.starts_with(first)) {
            return FileKind::Document;
        }
        let encoding = match bytes {
            // UTF-32, which browsers do not read.
            [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => None,
            [0xff, 0xfe, ..] => Some(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => Some(Encoding::Utf16Be),
            _ => by_content(bytes),
        };
        encoding.map_or(FileKind::Other, FileKind::Text)
    }
}

fn by_content(bytes: &[u8]) -> Option<Encoding> {
    let nought = bytes.contains(&0);
    if !nought && is_utf8(bytes) {
        return Some(Encoding::Utf8);
    }
    if let Some(encoding) = utf16(bytes) {
        return Some(encoding);
    }
    if nought {
        return None;
    }
    if is_western(bytes) {
        return Some(Encoding::Windows1252);
    }
    let Pairs { characters, odd, pairs, low } = Pairs::of(bytes);
    // In texts of mainland China next to no character ends in a byte below 0x80; in Big5 four of ten do.
    let chinese = if low * 5 > pairs { Encoding::Big5 } else { Encoding::Gb18030 };
    (odd * 50 <= characters).then_some(chinese)
}

/// Whole, or with half a character at either end. Bytes that are letters of Europe's other alphabets in UTF-8 are Chinese
/// in GB18030, and that is what readers have.
fn is_utf8(bytes: &[u8]) -> bool {
    let begin = bytes.iter().take(3).take_while(|byte| (0x80..0xc0).contains(*byte)).count();
    let rest = &bytes[begin..];
    let text = match std::str::from_utf8(rest) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let whole = begin == 0 && text.len() == rest.len();
    let has = |from: char, to: char| text.chars().any(|c| (from..=to).contains(&c));
    let other_alphabets = has('\u{100}', '\u{7ff}') && !has('\u{800}', char::MAX);
    (whole && !(other_alphabets && Pairs::of(bytes).odd == 0)) || (!whole && has('\u{800}', char::MAX))
}

/// UTF-16 without the mark that says so.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    // In per cent of the units: what Chinese and English texts are written with.
    let written = |unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|two| unit([two[0], two[1]]));
        // What ends in a nought is a Latin letter the wrong way round far more often than 一.
        let known = units.filter(|unit| unit % 256 != 0).filter(|unit| {
            matches!(unit, 9 | 10 | 12 | 13 | 0x20..=0x7e | 0x2010..=0x2026 | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff01..=0xff5e)
        });
        100 * known.count() / (bytes.len() / 2).max(1)
    };
    match (written(u16::from_le_bytes), written(u16::from_be_bytes)) {
        (90.., 0..50) => Some(Encoding::Utf16Le),
        (0..50, 90..) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// A text in English with the quotes and dashes of Windows: what is not ASCII stands by itself.
fn is_western(bytes: &[u8]) -> bool {
    let high = |byte: Option<&u8>| byte.is_some_and(|byte| *byte >= 0x80);
    let all = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let side_by_side = bytes.windows(2).filter(|two| high(two.first()) && high(two.last())).count();
    all > 0 && side_by_side == 0 && all * 10 <= bytes.len() && !bytes.iter().any(|byte| matches!(byte, 1..=8 | 14..=25))
}

/// What bytes are as GB18030 and Big5 put them: one, two or four to a character.
struct Pairs {
    characters: usize,
    /// Those that no text has.
    odd: usize,
    /// Characters of two bytes, and those that end in a byte below 0x80.
    pairs: usize,
    low: usize,
}

impl Pairs {
    fn of(mut bytes: &[u8]) -> Pairs {
        let mut found = Pairs { characters: 0, odd: 0, pairs: 0, low: 0 };
        while !bytes.is_empty() {
            found.characters += 1;
            bytes = match bytes {
                // Pages end in a form feed, files of old in 0x1a; 0x80 is the euro of GBK.
                [b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0x20..=0x7e | 0x80, rest @ ..] => rest,
                [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', rest @ ..] => rest,
                [0x81..=0xfe, second @ (0x40..=0x7e | 0x80..=0xfe), rest @ ..] => {
                    found.pairs += 1;
                    found.low += usize::from(*second < 0x80);
                    rest
                }
                // The file was cut in the middle of it.
                [0x81..=0xfe] => &[],
                [_, rest @ ..] => {
                    found.odd += 1;
                    rest
                }
                [] => &[],
            };
        }
        found
    }
}

/// A text as its decoder gives it, without what a cut file has at its ends in place of half a character, and without
/// characters of control.
pub fn tidy(text: &str) -> String {
    let whole = text.trim_matches('\u{fffd}');
    let line_end = |c: char| if matches!(c, '\u{c}' | '\u{b}' | '\u{85}') { '\n' } else { c };
    whole.chars().map(line_end).filter(|c| matches!(c, '\n' | '\r' | '\t') || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_by_their_bytes() {
        // 小镇 in each encoding, with the line end of Windows.
        assert_eq!(FileKind::of("小镇\r\n".as_bytes()), FileKind::Text(Encoding::Utf8));
        assert_eq!(FileKind::of(b"\xd0\xa1\xd5\xf2\r\n"), FileKind::Text(Encoding::Gb18030));
        assert_eq!(FileKind::of(b"\xff\xfe\x0f\x5c\x47\x95"), FileKind::Text(Encoding::Utf16Le));
        assert_eq!(FileKind::of(b"\xfe\xff\x5c\x0f\x95\x47"), FileKind::Text(Encoding::Utf16Be));
        assert_eq!(FileKind::of(b""), FileKind::Text(Encoding::Utf8));
    }

    const TEXT: &str = "毕节市五年来建成城市公园五座。";
    /// The same in GBK.
    const GBK: &[u8] = b"\xb1\xcf\xbd\xda\xca\xd0\xce\xe5\xc4\xea\xc0\xb4\xbd\xa8\xb3\xc9\xb3\xc7\xca\xd0\xb9\xab\xd4\xb0\xce\xe5\xd7\xf9\xa1\xa3";

    fn encoding(bytes: &[u8]) -> Option<Encoding> {
        match FileKind::of(bytes) {
            FileKind::Text(encoding) => Some(encoding),
            _ => None,
        }
    }

    #[test]
    fn utf16_is_known_without_its_mark() {
        for text in [TEXT, "\r\n毕节\r\n", "Parks: 5 in 毕节.\r\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(encoding(&little), Some(Encoding::Utf16Le), "{text}");
            assert_eq!(encoding(&little[..little.len() - 1]), Some(Encoding::Utf16Le), "{text}, cut");
            assert_eq!(encoding(&big), Some(Encoding::Utf16Be), "{text}");
        }
    }

    #[test]
    fn a_text_that_was_cut_or_has_bytes_of_control_is_still_one() {
        for odd in [b"\x0c", b"\x1a", b"\x80"] {
            assert_eq!(encoding(&[GBK, odd].concat()), Some(Encoding::Gb18030), "{odd:?}");
        }
        for cut in 1..GBK.len() {
            assert_eq!(encoding(&GBK[..cut]), Some(Encoding::Gb18030), "the first {cut} bytes");
        }
        for cut in 1..6 {
            assert_eq!(encoding(&TEXT.as_bytes()[..TEXT.len() - cut]), Some(Encoding::Utf8), "{cut} bytes less");
            assert_eq!(encoding(&TEXT.as_bytes()[cut..]), Some(Encoding::Utf8), "from byte {cut} on");
        }
        assert_eq!(tidy("\u{fffd}毕节\u{c}市\u{1a}\u{fffd}"), "毕节\n市");
    }

    #[test]
    fn encodings_that_look_alike_are_told_apart() {
        // 畢節市五年來建成公園 in Big5.
        const BIG5: &[u8] =
            b"\xb2\xa6\xb8\x60\xa5\xab\xa4\xad\xa6\x7e\xa8\xd3\xab\xd8\xa6\xa8\xa4\xbd\xb6\xe9\xa1\x43\xa5\x5d\xa4\x40";
        assert_eq!(encoding(BIG5), Some(Encoding::Big5));
        assert_eq!(
            encoding(b"The city\x92s parks \x96 five of them, and more to come by the end"),
            Some(Encoding::Windows1252)
        );
        assert_eq!(encoding("The café of Bijie".as_bytes()), Some(Encoding::Utf8));
        // Also valid UTF-8: two letters of the Cyrillic alphabet.
        assert_eq!(encoding(b"\xd0\xa1\xd0\xa1"), Some(Encoding::Gb18030));
    }

    #[test]
    fn documents_and_pictures_are_no_texts() {
        assert_eq!(encoding(b"\xff\xfe\0\0\x0f\x5c\0\0"), None);
        assert_eq!(encoding(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), None);
        assert_eq!(FileKind::of(b"PK\x03\x04\x14\0"), FileKind::Document);
        assert_eq!(FileKind::of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FileKind::Document);
        assert_eq!(FileKind::of(b"%PDF-1.7"), FileKind::Document);
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), FileKind::Other);
        assert_eq!(FileKind::of("好\0。".as_bytes()), FileKind::Other);
    }
}
