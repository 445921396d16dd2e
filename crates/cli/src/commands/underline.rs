//! A passage with the words that matter underlined.

use rapporteur_core::ByteRange;

/// Columns of text in a line.
const WIDTH: usize = 92;

/// Words to underline, and with what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) at: ByteRange,
    pub(crate) with: char,
}

/// The passage from the first to the last mark, and all of `sentence`, in lines with an underline below each that has one.
/// Where marks overlap the later one shows.
pub(crate) fn underline(text: &str, marks: &[Mark], sentence: Option<ByteRange>) -> String {
    let ranges = || marks.iter().map(|mark| mark.at).chain(sentence);
    let (Some(start), Some(end)) = (ranges().map(|at| at.start).min(), ranges().map(|at| at.end).max()) else {
        return String::new();
    };
    // A quotation may run over paragraphs; line breaks of the source are blanks here.
    let characters: Vec<(char, char)> = text
        .get(start..end)
        .unwrap_or_default()
        .char_indices()
        .map(|(offset, character)| {
            let byte = start + offset;
            let mark = marks.iter().rev().find(|mark| mark.at.start <= byte && byte < mark.at.end);
            (if character.is_whitespace() { ' ' } else { character }, mark.map_or(' ', |mark| mark.with))
        })
        .collect();
    let mut out = String::new();
    for line in lines(&characters) {
        let words: String = line.iter().map(|(character, _)| character).collect();
        let below: String = line.iter().map(|(_, mark)| mark).collect();
        out.push_str(&format!("    {}\n", words.trim_end()));
        if !below.trim().is_empty() {
            out.push_str(&format!("    {}\n", below.trim_end()));
        }
    }
    out
}

/// Cuts at blanks so that no line is longer than the width, unless a word is.
fn lines(characters: &[(char, char)]) -> Vec<&[(char, char)]> {
    let mut lines = Vec::new();
    let mut rest = characters;
    while rest.len() > WIDTH {
        let blank = |(character, _): &(char, char)| *character == ' ';
        let within = rest.get(..WIDTH).unwrap_or_default().iter().rposition(blank);
        let Some(cut) = within.or_else(|| rest.iter().position(blank)) else { break };
        let (line, after) = rest.split_at(cut + 1);
        lines.push(line);
        rest = after;
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_below_their_words() {
        let text = "Yes. “No deal,” said Okello. Well.";
        let at = |words: &str| {
            let start = text.find(words).expect("it is there");
            ByteRange::new(start, start + words.len())
        };
        let marks = [
            Mark { at: at("“No deal,”"), with: '-' },
            Mark { at: at("said"), with: '=' },
            Mark { at: at("Okello"), with: '^' },
        ];
        let shown = underline(text, &marks, Some(at("“No deal,” said Okello.")));
        assert_eq!(shown, "    “No deal,” said Okello.\n    ---------- ==== ^^^^^^\n");
    }

    #[test]
    fn long_passages_are_cut_at_blanks() {
        let text = "word ".repeat(40);
        let marks = [Mark { at: ByteRange::new(0, text.len() - 1), with: '-' }];
        assert!(underline(&text, &marks, None).lines().all(|line| line.chars().count() <= WIDTH + 4));
        let unbroken = "x".repeat(300);
        let marks = [Mark { at: ByteRange::new(0, 300), with: '-' }];
        assert_eq!(underline(&unbroken, &marks, None).lines().count(), 2);
    }
}
