//! Reads an article from its file: a text in the encodings of China's offices, or a Word document.

use crate::check::{Encoding, FileKind};
use encoding_rs::{BIG5, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252};
use roxmltree::{Document, Node};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// An article's text, and what it was read as.
pub struct Decoded {
    pub text: String,
    /// `UTF-8`, `a Word document` …
    pub kind: &'static str,
}

#[derive(Debug, Error)]
pub enum Error {
    #[error("{path}: {error}")]
    File { path: PathBuf, error: io::Error },
    #[error("{0} is a PDF, RTF or old Word file; save it as .docx or as plain text, and check that no line is lost")]
    Other(PathBuf),
    #[error("{0} is neither text nor a Word document")]
    Unknown(PathBuf),
    #[error("{path} is a Word document that cannot be read ({why}); save it again, or as plain text")]
    Word { path: PathBuf, why: String },
}

/// # Errors
/// Where the file cannot be read, or is neither text nor a Word document.
pub fn read(path: &Path) -> Result<Decoded, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::File { path: path.to_owned(), error })?;
    match FileKind::of(&bytes) {
        FileKind::Text(encoding) => Ok(Decoded { text: decode(&bytes, encoding), kind: encoding.name() }),
        FileKind::Document if bytes.starts_with(b"PK") => {
            let text = word(&bytes).map_err(|why| Error::Word { path: path.to_owned(), why })?;
            Ok(Decoded { text, kind: "a Word document" })
        }
        FileKind::Document => Err(Error::Other(path.to_owned())),
        FileKind::Other => Err(Error::Unknown(path.to_owned())),
    }
}

fn decode(bytes: &[u8], encoding: Encoding) -> String {
    let (text, _, _) = match encoding {
        Encoding::Utf8 => return String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => UTF_16LE.decode(bytes),
        Encoding::Utf16Be => UTF_16BE.decode(bytes),
        Encoding::Gb18030 => GB18030.decode(bytes),
        Encoding::Big5 => BIG5.decode(bytes),
        Encoding::Windows1252 => WINDOWS_1252.decode(bytes),
    };
    text.into_owned()
}

/// The paragraphs of a Word document, each begun by two wide spaces; a row of a table is one, with its cells apart.
fn word(bytes: &[u8]) -> Result<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut xml = String::new();
    let mut body = archive.by_name("word/document.xml").map_err(|error| error.to_string())?;
    body.read_to_string(&mut xml).map_err(|error| error.to_string())?;
    let document = Document::parse(&xml).map_err(|error| error.to_string())?;
    let mut lines = Vec::new();
    for body in document.descendants().filter(|node| node.tag_name().name() == "body") {
        blocks(body, &mut lines);
    }
    Ok(lines.iter().map(|line| format!("\u{3000}\u{3000}{line}\n")).collect())
}

fn blocks(parent: Node<'_, '_>, lines: &mut Vec<String>) {
    for node in parent.children() {
        match node.tag_name().name() {
            "p" => lines.push(words(node)),
            "tr" => {
                let cells = node.children().filter(|cell| cell.tag_name().name() == "tc");
                let cells = cells.map(|cell| words(cell).split_whitespace().collect::<String>());
                lines.push(cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\u{3000}"));
            }
            _ => blocks(node, lines),
        }
    }
    lines.retain(|line| !line.trim().is_empty());
}

/// The words below a node; what was deleted is kept in other elements.
fn words(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        match node.tag_name().name() {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "tab" if node.parent().is_some_and(|parent| parent.tag_name().name() == "r") => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            _ => {}
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn docx(body: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file("word/document.xml", options).expect("it is in memory");
        let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        writer.write_all(xml.as_bytes()).expect("it is in memory");
        writer.finish().expect("it is in memory").into_inner()
    }

    #[test]
    fn a_word_document_is_paragraphs_and_rows() {
        let text = word(&docx(
            "<w:p><w:r><w:t>一、</w:t></w:r><w:r><w:t>目标</w:t></w:r></w:p><w:p/>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>森林覆盖率</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>%</w:t></w:r></w:p></w:tc>\
             <w:tc><w:p><w:r><w:t>61.3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        ));
        assert_eq!(text.as_deref(), Ok("　　一、目标\n　　森林覆盖率　%　61.3\n"));
        assert!(word(b"PK\x03\x04").is_err());
    }

    #[test]
    fn a_text_is_read_in_its_encoding() {
        assert_eq!(decode(b"\xd0\xa1\xd5\xf2\r\n", Encoding::Gb18030), "小镇\r\n");
        assert_eq!(decode(b"\xff\xfe\x0f\x5c\x47\x95", Encoding::Utf16Le), "小镇");
    }
}
