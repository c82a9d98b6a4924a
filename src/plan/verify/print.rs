//! The outcome as a table with a total.

use super::Verification;
use std::fmt;

impl fmt::Display for Verification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const CLAIMS_SHOWN: usize = 3;
        let width = self.rows.iter().map(|row| row.at.len()).max().unwrap_or(0);
        let (mut numbers, mut accounted, mut claimed) = (0, 0, 0);
        for row in &self.rows {
            let outcome = if row.misses.is_empty() { "ok  " } else { "MISS" };
            let mut claims = row.claims.iter().take(CLAIMS_SHOWN).cloned().collect::<Vec<_>>().join(", ");
            match row.claims.len() {
                0 => claims.push('–'),
                count if count > CLAIMS_SHOWN => claims.push_str(&format!(" and {} more", count - CLAIMS_SHOWN)),
                _ => {}
            }
            writeln!(f, "{:width$}  {outcome}  {claims}", row.at)?;
            for number in &row.numbers {
                writeln!(f, "{:width$}          {} ← {}", "", number.text, number.by.as_deref().unwrap_or("nothing"))?;
            }
            for miss in &row.misses {
                writeln!(f, "{:width$}        ✗ {miss}", "")?;
            }
            numbers += row.numbers.len();
            accounted += row.numbers.iter().filter(|number| number.by.is_some()).count();
            claimed += usize::from(!row.claims.is_empty());
        }
        let sentences = self.rows.len();
        write!(f, "\n{claimed} of {sentences} sentences claimed, {accounted} of {numbers} numbers accounted for: ")?;
        match self.misses().count() {
            0 => write!(f, "the plan and the article agree."),
            1 => write!(f, "1 miss."),
            count => write!(f, "{count} misses."),
        }
    }
}
