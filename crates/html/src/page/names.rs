use std::collections::HashMap;
use std::sync::LazyLock;

/// The name of an element or attribute, lower case, as a small number: comparing names is comparing numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name(u32);

macro_rules! known_names {
    ($($constant:ident $text:literal)*) => {
        /// Names that the code asks for.
        pub mod name {
            use super::Name;
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Order { $($constant),* }
            $(pub const $constant: Name = Name(Order::$constant as u32);)*
        }
        const KNOWN: &[&str] = &[$($text),*];
    };
}

known_names! {
    DOCUMENT "#document" A "a" ABBR "abbr" ADDRESS "address" APPLET "applet" AREA "area" ARTICLE "article" ASIDE "aside"
    AUDIO "audio" B "b" BASE "base" BASEFONT "basefont" BGSOUND "bgsound" BIG "big" BLOCKQUOTE "blockquote" BODY "body"
    BR "br" BUTTON "button" CANVAS "canvas" CAPTION "caption" CENTER "center" CITE "cite" CODE "code" COL "col"
    COLGROUP "colgroup" DD "dd" DETAILS "details" DIALOG "dialog" DIR "dir" DIV "div" DL "dl" DT "dt" EM "em"
    EMBED "embed" FIELDSET "fieldset" FIGCAPTION "figcaption" FIGURE "figure" FONT "font" FOOTER "footer" FORM "form"
    FRAME "frame" FRAMESET "frameset" H1 "h1" H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6" HEAD "head" HEADER "header"
    HGROUP "hgroup" HR "hr" HTML "html" I "i" IFRAME "iframe" IMG "img" INPUT "input" KEYGEN "keygen" LABEL "label"
    LEGEND "legend" LI "li" LINK "link" LISTING "listing" MAIN "main" MARQUEE "marquee" MATH "math" MENU "menu"
    META "meta" NAV "nav" NOBR "nobr" NOEMBED "noembed" NOFRAMES "noframes" NOSCRIPT "noscript" OBJECT "object" OL "ol"
    OPTGROUP "optgroup" OPTION "option" P "p" PARAM "param" PICTURE "picture" PLAINTEXT "plaintext" PRE "pre" Q "q"
    RP "rp" RT "rt" S "s" SCRIPT "script" SEARCH "search" SECTION "section" SELECT "select" SLOT "slot" SMALL "small"
    SOURCE "source" SPAN "span" STRIKE "strike" STRONG "strong" STYLE "style" SUB "sub" SUMMARY "summary" SUP "sup"
    SVG "svg" TABLE "table" TBODY "tbody" TD "td" TEMPLATE "template" TEXTAREA "textarea" TFOOT "tfoot" TH "th"
    THEAD "thead" TIME "time" TITLE "title" TR "tr" TRACK "track" TT "tt" U "u" UL "ul" VIDEO "video" WBR "wbr" XMP "xmp"
    ARIA_HIDDEN "aria-hidden" CHARSET "charset" CLASS "class" CONTENT "content" DATETIME "datetime" DESC "desc" FOREIGNOBJECT "foreignobject" HIDDEN "hidden"
    HREF "href" ID "id" ITEMPROP "itemprop" ITEMTYPE "itemtype" LANG "lang" NAME "name" PROPERTY "property" REL "rel"
    ROLE "role" RUBY "ruby" VAR "var" TYPE "type"
}

/// The names that the code asks for. A name may be an element and an attribute alike ("title"): it is one name.
static KNOWN_NUMBERS: LazyLock<Numbers> = LazyLock::new(|| {
    let mut numbers = Numbers::default();
    for (number, text) in (0..).zip(KNOWN) {
        numbers.entry((*text).into()).or_insert(number);
    }
    numbers
});

type Numbers = HashMap<Box<str>, u32, foldhash::fast::RandomState>;

/// All names of one page.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// Those that are not in [`KNOWN`], numbered from its end.
    texts: Vec<Box<str>>,
    numbers: Numbers,
    /// The short name seen last for each [`place`]: a page has few names, and most of them again and again.
    recent: Recent,
}

#[derive(Debug, Clone)]
struct Recent([(u64, Name); PLACES]);

const PLACES: usize = 256;

impl Default for Recent {
    fn default() -> Self {
        Self([(0, Name(0)); PLACES])
    }
}

/// The text of a short name as a number; 0 for longer ones, and for those with a NUL, which a number cannot tell apart.
fn packed(text: &str) -> u64 {
    let bytes = text.as_bytes();
    if bytes.len() > size_of::<u64>() || bytes.first() == Some(&0) {
        return 0;
    }
    bytes.iter().fold(0, |packed, byte| packed << 8 | u64::from(*byte))
}

/// Where a short name is remembered.
fn place(packed: u64) -> usize {
    // The upper bits of a product with a large odd number depend on all bits.
    (packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize
}

impl Names {
    pub(super) fn intern(&mut self, text: &str) -> Name {
        let packed = packed(text);
        let recent = self.recent.0.get(place(packed)).copied().filter(|(known, _)| packed != 0 && *known == packed);
        if let Some((_, name)) = recent {
            return name;
        }
        let name = self.look_up(text).unwrap_or_else(|| self.add(text));
        if let Some(recent) = self.recent.0.get_mut(place(packed)).filter(|_| packed != 0) {
            *recent = (packed, name);
        }
        name
    }

    fn add(&mut self, text: &str) -> Name {
        // A page has fewer names than bytes, and pages over 4 GiB are refused before they get here.
        let number = u32::try_from(KNOWN.len() + self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(text.into());
        self.numbers.insert(text.into(), number);
        Name(number)
    }

    /// The number of a name, if the page or the code has it.
    pub(super) fn get(&self, text: &str) -> Option<Name> {
        let packed = packed(text);
        let recent = self.recent.0.get(place(packed)).copied().filter(|(known, _)| packed != 0 && *known == packed);
        recent.map(|(_, name)| name).or_else(|| self.look_up(text))
    }

    fn look_up(&self, text: &str) -> Option<Name> {
        KNOWN_NUMBERS.get(text).or_else(|| self.numbers.get(text)).copied().map(Name)
    }

    pub(super) fn text(&self, name: Name) -> &str {
        let number = name.0 as usize;
        KNOWN.get(number).copied().unwrap_or_else(|| {
            number.checked_sub(KNOWN.len()).and_then(|own| self.texts.get(own)).map_or("", |text| text)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_apart_however_short() {
        let mut names = Names::default();
        let texts = ["a", "b", "", "\0", "\0a", "a\0", "x-a", "x-aaaaaa", "x-aaaaaaa", "data-role", "class", "é"];
        let first: Vec<Name> = texts.iter().map(|text| names.intern(text)).collect();
        for (text, name) in texts.iter().zip(&first) {
            assert_eq!((names.intern(text), names.get(text), names.text(*name)), (*name, Some(*name), *text));
        }
        assert_eq!(first.iter().collect::<std::collections::HashSet<_>>().len(), texts.len());
        assert_eq!((names.get("class"), names.get("unseen")), (Some(name::CLASS), None));
    }
}
