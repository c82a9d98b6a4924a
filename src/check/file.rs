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
    Gb18030,
}

impl Encoding {
    /// As the browser's decoder takes it.
    pub const fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
        }
    }

    /// As readers may know it.
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Gb18030 => "GB18030",
        }
    }
}

/// First bytes of files that word processors and printers write.
const DOCUMENTS: [&[u8]; 5] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-", b"\xef\xbb\xbf%PDF-"];

impl FileKind {
    /// By the first bytes; where they say nothing, UTF-8 if it is that, else the encoding of China's national standard.
    pub fn of(bytes: &[u8]) -> FileKind {
        if DOCUMENTS.iter().any(|first| bytes.starts_with(first)) {
            return FileKind::Document;
        }
        match bytes {
            [0xff, 0xfe, ..] => FileKind::Text(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => FileKind::Text(Encoding::Utf16Be),
            _ if bytes.contains(&0) => FileKind::Other,
            _ if std::str::from_utf8(bytes).is_ok() => FileKind::Text(Encoding::Utf8),
            _ if is_gb18030(bytes) => FileKind::Text(Encoding::Gb18030),
            _ => FileKind::Other,
        }
    }
}

/// Whether the bytes go together as GB18030 puts them: one, two or four to a character.
fn is_gb18030(mut bytes: &[u8]) -> bool {
    loop {
        bytes = match bytes {
            [] => return true,
            [b'\t' | b'\n' | b'\r' | 0x20..=0x7e, rest @ ..] => rest,
            [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..] => rest,
            [0x81..=0xfe, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', rest @ ..] => rest,
            _ => return false,
        };
    }
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

    #[test]
    fn documents_and_pictures_are_no_texts() {
        assert_eq!(FileKind::of(b"PK\x03\x04\x14\0"), FileKind::Document);
        assert_eq!(FileKind::of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FileKind::Document);
        assert_eq!(FileKind::of(b"%PDF-1.7"), FileKind::Document);
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), FileKind::Other);
        assert_eq!(FileKind::of("好\0。".as_bytes()), FileKind::Other);
    }
}
