//! Reading aloud: which voice reads a language, and in what pieces a text is read.

use crate::quantity::Lang;

/// How well a voice with this language tag reads `lang`, the best first. None where it must not: a voice of another
/// language, and of another Chinese one too, since Cantonese reads a Mandarin text as other words.
pub fn rank(tag: &str, lang: Lang) -> Option<u8> {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let parts: Vec<&str> = tag.split(['-', '#']).filter(|part| !part.is_empty()).collect();
    let (language, rest) = parts.split_first()?;
    let has = |part: &str| rest.contains(&part);
    match lang {
        Lang::En => (*language == "en" || *language == "eng").then(|| if has("us") || has("gb") { 0 } else { 1 }),
        Lang::Zh if !["zh", "cmn", "zho", "chi"].contains(language) => None,
        // Where Chinese is Cantonese, unless the tag says Mandarin.
        Lang::Zh if *language != "cmn" && (has("hk") || has("mo")) && !has("cmn") => None,
        Lang::Zh if ["yue", "nan", "hak", "wuu", "min"].iter().any(|other| has(other)) => None,
        Lang::Zh if has("tw") || has("hant") || has("hk") || has("mo") => Some(4),
        Lang::Zh if has("sg") || has("my") => Some(2),
        // A way of speaking of one province: `zh-CN-liaoning`.
        Lang::Zh if rest.iter().any(|part| part.len() > 4) => Some(3),
        Lang::Zh if has("cn") || has("hans") => Some(0),
        Lang::Zh => Some(1),
    }
}

/// The longest piece in characters: some voices stop in the middle of longer ones.
const LONGEST_PIECE: usize = 120;

/// A text in sentences; long ones at their commas.
pub fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for sentence in
        cut(text, |c, next| "。！？；\n".contains(c) || ".!?;".contains(c) && next.is_none_or(char::is_whitespace))
    {
        if sentence.chars().count() <= LONGEST_PIECE {
            pieces.push(sentence);
            continue;
        }
        let mut piece = String::new();
        for clause in
            cut(&sentence, |c, next| "，、：".contains(c) || ",:".contains(c) && next.is_none_or(char::is_whitespace))
        {
            if piece.chars().count() + clause.chars().count() > LONGEST_PIECE && !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
            }
            if !piece.is_empty() && piece.ends_with(|c: char| c.is_ascii()) {
                piece.push(' ');
            }
            piece.push_str(&clause);
        }
        pieces.push(piece);
    }
    pieces
}

/// Cuts after each character that `ends` a part, by it and the next one. Parts without a word in them are left out.
fn cut(text: &str, ends: impl Fn(char, Option<char>) -> bool) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        part.push(c);
        if ends(c, chars.peek().copied()) {
            parts.push(std::mem::take(&mut part));
        }
    }
    parts.push(part);
    let parts = parts.iter().map(|part| part.trim()).filter(|part| part.contains(char::is_alphanumeric));
    parts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(tags: &[&'static str], lang: Lang) -> Option<&'static str> {
        tags.iter()
            .copied()
            .filter_map(|tag| Some((rank(tag, lang)?, tag)))
            .min_by_key(|(rank, _)| *rank)
            .map(|(_, tag)| tag)
    }

    #[test]
    fn a_mandarin_text_is_read_by_a_mandarin_voice_whatever_comes_first() {
        assert_eq!(best(&["zh-HK", "zh-TW", "zh-CN"], Lang::Zh), Some("zh-CN"));
        assert_eq!(best(&["yue-CN", "zh_CN"], Lang::Zh), Some("zh_CN"));
        assert_eq!(best(&["zh-Hant-HK", "cmn-Hans-CN"], Lang::Zh), Some("cmn-Hans-CN"));
        assert_eq!(best(&["zh-CN-liaoning", "zh-TW", "zh-CN"], Lang::Zh), Some("zh-CN"));
        assert_eq!(best(&["zh-HK", "zh-TW"], Lang::Zh), Some("zh-TW"));
    }

    #[test]
    fn a_cantonese_voice_is_no_voice_for_it() {
        for tag in [
            "zh-HK",
            "zh_HK_#Hant",
            "zh-Hant-HK",
            "zh-MO",
            "yue",
            "yue-Hant-HK",
            "zh-yue",
            "wuu-CN",
            "nan-TW",
            "en-US",
            "",
        ] {
            assert_eq!(rank(tag, Lang::Zh), None, "{tag}");
        }
    }

    #[test]
    fn an_english_text_is_read_by_an_english_voice() {
        assert_eq!(best(&["zh-CN", "en-IN", "en_GB"], Lang::En), Some("en_GB"));
        assert_eq!(best(&["zh-CN", "enm"], Lang::En), None);
    }

    #[test]
    fn a_text_is_read_in_sentences() {
        assert_eq!(pieces("一句。又一句！\n——\n3.5%，三句"), ["一句。", "又一句！", "3.5%，三句"]);
        assert_eq!(pieces("It is 3.5 km. That is all."), ["It is 3.5 km.", "That is all."]);
    }

    #[test]
    fn a_long_sentence_is_read_in_clauses_and_loses_nothing() {
        let long = "修了许多许多的路，".repeat(40);
        let pieces = pieces(&long);
        assert!(pieces.len() > 2 && pieces.iter().all(|piece| piece.chars().count() <= LONGEST_PIECE));
        assert_eq!(pieces.concat(), long);
    }
}
