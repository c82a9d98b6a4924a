//! The space between Han characters and numbers that browsers set by themselves (`text-autospace`), and an SVG does not.

/// Sets Han characters and numbers a space apart; where they are, nothing changes.
pub fn apart(words: &str) -> String {
    let han = |c: char| c.is_alphabetic() && !c.is_ascii() && c > '\u{2e80}';
    let mut set = String::new();
    for next in words.chars() {
        if let Some(last) = set.chars().next_back()
            && ((han(last) && next.is_ascii_alphanumeric()) || (last.is_ascii_alphanumeric() && han(next)))
        {
            set.push('\u{a0}');
        }
        set.push(next);
    }
    set
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn numbers_and_han_characters_stand_apart_once() {
        assert_eq!(apart("做到了38.87\u{a0}万人；今后"), "做到了\u{a0}38.87\u{a0}万人；今后");
        assert_eq!(apart("“旅游+”和4G网络，60%以上"), "“旅游+”和\u{a0}4G\u{a0}网络，60%以上");
        assert_eq!(apart("Bijie’s 60% or more"), "Bijie’s 60% or more");
    }
}
