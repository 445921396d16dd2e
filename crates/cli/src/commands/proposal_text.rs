//! What an engine found on a page, as a person reads it.

use rapporteur_core::protocol::{Proposal, ProposedField, ProposedSelector, Robustness};

/// Escape sequences, or nothing where they are not wanted.
struct Paint {
    colour: bool,
}

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// Field by field: what was read, the selectors that find it, the best first, those of the rules with a star.
pub(super) fn as_text(proposal: &Proposal, colour: bool) -> String {
    let paint = Paint { colour };
    let mut out = format!("rules for {} ({}); * marks what they use\n", proposal.name, proposal.id);
    let is_empty = |field: &&ProposedField| field.selectors.is_empty() && field.wanted.is_empty();
    for field in proposal.fields.iter().filter(|field| !is_empty(field)) {
        out.push('\n');
        self::field(field, &paint, &mut out);
    }
    let empty: Vec<&str> = proposal.fields.iter().filter(is_empty).map(|field| field.field.as_str()).collect();
    if !empty.is_empty() {
        out.push_str(&paint.with("2", &format!("\nnothing of this page for: {}", empty.join(", "))));
        out.push('\n');
    }
    out
}

fn field(field: &ProposedField, paint: &Paint, out: &mut String) {
    let wanted =
        if field.selectors.is_empty() || field.field == "strip" { String::new() } else { field.wanted.join(" | ") };
    let note = field.note.as_ref().map(|note| paint.with("2", &format!("– {note}"))).unwrap_or_default();
    let heading = paint.with("1", &field.field);
    out.push_str(format!("{heading}  {wanted}{note}").trim_end());
    out.push('\n');
    let width = field.selectors.iter().map(|selector| selector.selector.chars().count()).max().unwrap_or(0).min(46);
    // What yields the same as the line above, or just what was wanted, need not be read again.
    let mut before = Some(field.wanted.clone());
    for selector in &field.selectors {
        line(selector, width, paint, out);
        if before.as_ref() != Some(&selector.yields) || field.field == "strip" {
            for value in &selector.yields {
                out.push_str(&format!(
                    "        {}\n",
                    paint.with("2", if value.is_empty() { "(nothing)" } else { value })
                ));
            }
        }
        before = Some(selector.yields.clone());
    }
}

fn line(selector: &ProposedSelector, width: usize, paint: &Paint, out: &mut String) {
    let mark = if selector.taken { paint.with("32;1", "*") } else { " ".to_owned() };
    let colour = match selector.robustness {
        Robustness::High => "32",
        Robustness::Fair => "33",
        Robustness::Low => "31",
    };
    let robustness = paint.with(colour, &format!("{:<4}", selector.robustness.as_str()));
    let count = if selector.count == 1 { "unique".to_owned() } else { format!("{} times", selector.count) };
    let padding = " ".repeat(width.saturating_sub(selector.selector.chars().count()));
    out.push_str(&format!("  {mark} {}{padding}  {robustness}  {count:<8}  {}\n", selector.selector, selector.reason));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal() -> Proposal {
        let selector = |text: &str, robustness, taken, yields: &[&str]| ProposedSelector {
            selector: text.to_owned(),
            count: yields.len().max(1),
            yields: yields.iter().map(|value| (*value).to_owned()).collect(),
            robustness,
            reason: "a class".to_owned(),
            taken,
        };
        let title = ProposedField {
            field: "title".to_owned(),
            wanted: vec!["Talks".to_owned()],
            selectors: vec![
                selector(".headline", Robustness::High, true, &["Talks"]),
                selector("h1", Robustness::Low, false, &["Talks", "More"]),
            ],
            note: None,
        };
        let none =
            ProposedField { field: "bios".to_owned(), note: Some("none".to_owned()), ..ProposedField::default() };
        Proposal {
            name: "gull".to_owned(),
            id: "local.gull".to_owned(),
            rules: String::new(),
            fields: vec![title, none],
        }
    }

    #[test]
    fn what_a_person_sees() {
        assert_eq!(
            as_text(&proposal(), false),
            "rules for gull (local.gull); * marks what they use\n\
             \n\
             title  Talks\n  \
               * .headline  high  unique    a class\n    \
                 h1         low   2 times   a class\n        \
                     Talks\n        \
                     More\n\
             \n\
             nothing of this page for: bios\n"
        );
    }

    #[test]
    fn colours_only_where_they_are_wanted() {
        assert!(as_text(&proposal(), true).contains("\u{1b}[1mtitle\u{1b}[0m"));
        assert!(!as_text(&proposal(), false).contains('\u{1b}'));
    }
}
