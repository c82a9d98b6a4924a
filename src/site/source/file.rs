//! A data file with its name, for messages that point into it.

use super::problem::{Fault, Problem};
use miette::NamedSource;
use std::ops::Range;
use std::sync::Arc;

/// The largest data file read: ten times the largest of the plan it was made for.
const MAX_BYTES: usize = 640 * 1024;
/// The files that grow with the plan may hold 10,000 promises, a province's whole plan with its counties.
const LONG: [&str; 3] = ["sentences.toml", "figures.toml", "commitments.toml"];
const MAX_BYTES_OF_LONG: usize = 8 * 1024 * 1024;

/// A data file that is text and neither empty nor absurd.
#[derive(Debug)]
pub struct SourceFile {
    pub named: Arc<NamedSource<String>>,
}

impl SourceFile {
    pub fn read(name: String, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> Option<SourceFile> {
        let size = bytes.len();
        let limit = if LONG.iter().any(|long| name.ends_with(long)) { MAX_BYTES_OF_LONG } else { MAX_BYTES };
        let utf_16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        let fault = match String::from_utf8(bytes) {
            _ if utf_16 => Fault::Utf16,
            _ if size > limit => Fault::TooLarge { bytes: size, limit },
            Ok(text) if text.trim().is_empty() => Fault::Empty,
            Ok(text) => {
                return Some(SourceFile { named: Arc::new(NamedSource::new(name, text)) });
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                problems.push(Problem {
                    source: Arc::new(NamedSource::new(name, text)),
                    span: valid..valid + '\u{fffd}'.len_utf8(),
                    fault: Fault::NotUtf8,
                });
                return None;
            }
        };
        problems.push(Problem::of_file(&name, fault));
        None
    }

    pub fn text(&self) -> &str {
        self.named.inner()
    }

    pub fn problem(&self, span: Range<usize>, fault: Fault) -> Problem {
        Problem { source: Arc::clone(&self.named), span, fault }
    }
}
