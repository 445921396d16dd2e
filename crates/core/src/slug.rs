/// A readable id from a name: lower-case letters and digits, one hyphen between words, accents folded.
///
/// Letters of other alphabets are kept. Empty only if the name has neither letter nor digit.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    let mut gap = false;
    for character in name.chars() {
        if character.is_ascii_alphanumeric() && !gap {
            slug.push(character.to_ascii_lowercase());
            continue;
        }
        // Marks that stand behind their letter are folded away as those within it are.
        if matches!(character, '\'' | '’' | '.' | '\u{300}'..='\u{36f}') {
            continue;
        }
        if !character.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        match fold(character) {
            Some(plain) => slug.push_str(plain),
            None => slug.extend(character.to_lowercase()),
        }
    }
    slug
}

/// Latin letters with marks as plain ones; `None` for all others.
fn fold(character: char) -> Option<&'static str> {
    let plain = match character {
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' | 'Ā' | 'Ă' | 'Ą' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'č' | 'Ć' | 'Č' => "c",
        'ď' | 'đ' | 'Ď' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => "e",
        'ğ' | 'Ğ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'į' | 'İ' | 'ı' | 'Ī' => "i",
        'ł' | 'Ł' | 'ľ' | 'Ľ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'ň' | 'Ń' | 'Ň' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ő' | 'ō' | 'Ő' | 'Ō' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' | 'Ś' | 'Š' | 'Ş' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' | 'Ť' | 'Ţ' | 'Ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'ű' | 'Ū' | 'Ů' | 'Ű' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ź' | 'ż' | 'ž' | 'Ź' | 'Ż' | 'Ž' => "z",
        _ => return None,
    };
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names() {
        assert_eq!(slug("Emmanuel Macron"), "emmanuel-macron");
        assert_eq!(slug("Côte d’Ivoire"), "cote-divoire");
        assert_eq!(slug("U.S. — Government (2nd)"), "us-government-2nd");
        assert_eq!((slug("Tomáš"), slug("Toma\u{301}s\u{30c}")), ("tomas".to_owned(), "tomas".to_owned()));
        assert_eq!(slug("  "), "");
    }
}
