//! Inputs that are hard to read.

/// Small inputs, each with a name.
pub(crate) fn hard() -> Vec<(&'static str, Vec<u8>)> {
    let page = |body: &[u8]| [b"<!doctype html><html><head><title>T</title></head><body>".as_slice(), body].concat();
    vec![
        ("one byte.txt", b"x".to_vec()),
        ("blanks.txt", b" \t\r\n \n".to_vec()),
        ("only NUL.txt", vec![0; 64]),
        ("NUL in words.txt", b"The coun\0cil met on Monday.\n\nIt \0 will meet again.\n".to_vec()),
        ("invalid UTF-8.txt", b"The council met \xff\xfe\x80\xc3 on Monday, said Ilona Brandt.\n".to_vec()),
        ("cut character.txt", b"The council met on Monday \xe2\x80".to_vec()),
        ("overlong.txt", b"The council \xc0\xaf met.\n".to_vec()),
        ("surrogate.txt", b"The council \xed\xa0\x80 met.\n".to_vec()),
        ("byte order mark.txt", b"\xef\xbb\xbfThe council met on Monday.\n".to_vec()),
        ("two marks.txt", b"\xef\xbb\xbf\xef\xbb\xbfThe council met.\n".to_vec()),
        ("UTF-16.txt", "\u{feff}The council met on Monday.\n".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("odd UTF-16.txt", b"\xff\xfeT\0h\0e\0 ".to_vec()),
        ("CRLF.txt", b"The council\r\n\r\nmet on Monday.\r\rIt will\n\rmeet again.\r\n".to_vec()),
        ("line separators.txt", "The council\u{2028}met\u{2029}on\u{85}Monday.\u{c}\n".as_bytes().to_vec()),
        ("combining.txt", "e\u{301}\u{301}\u{301} said Z\u{335}\u{336}a\u{334}lgo \u{202e}backwards\u{202c}.\n".into()),
        ("astral.txt", "The 🏛️ council 👩‍👩‍👧 met, “said” 𝔄verland.\n".as_bytes().to_vec()),
        ("quotes.txt", "“““ said ‘‘ \"\" '' „“ «» »« said said said.\n".as_bytes().to_vec()),
        ("long word.txt", vec![b'a'; 300_000]),
        ("empty page.html", b"<html></html>".to_vec()),
        ("no end.html", page(b"<p>The council <b>met <i>on <a href='x")),
        ("NUL in a tag.html", page(b"<p cl\0ass='x'>The coun\0cil met.</p>")),
        ("references.html", page(b"<p>&#0; &#xD800; &#x110000; &notit; &amp &lt;said&gt; &#8220;x&#8221;</p>")),
        ("JSON-LD that is none.html", page(b"<script type='application/ld+json'>{\"@type\": [</script><p>Met.</p>")),
        (
            "lone surrogate escape.html",
            page(b"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}</script>"),
        ),
        ("invalid UTF-8.html", page(b"<meta charset=utf-8><p>The council \xff met, said \xc3 Brandt.</p>")),
        ("unknown charset.html", page(b"<meta charset='no-such'><p>The council met.</p>")),
        ("crossed tags.html", page(b"<p><b><p></b></i></p></table></div></body></p><td>The council met.")),
        ("a comment.html", b"<!-- <p>The council met.</p>".to_vec()),
        ("null document.html", b"<!doctype".to_vec()),
    ]
}

/// Large inputs, each with a name.
pub(crate) fn large() -> Vec<(&'static str, Vec<u8>)> {
    const LARGE: usize = 10 << 20;
    let repeated = |piece: &str| piece.repeat(LARGE / piece.len()).into_bytes();
    let paragraph = "The minister said on Monday that the harbour of Averland would stay open for the time being.\n\n";
    let page = |body: Vec<u8>| [b"<!doctype html><html><body><article>".as_slice(), &body].concat();
    vec![
        ("10 MB of text.txt", repeated(paragraph)),
        ("10 MB of one line.txt", repeated("the harbour said ")),
        ("10 MB of one word.txt", vec![b'x'; LARGE]),
        ("10 MB of quotation marks.txt", repeated("“”")),
        (
            "10 MB of a page.html",
            page(repeated("<p>The minister said on Monday that the harbour would stay open.</p>\n")),
        ),
        ("nested 200,000 deep.html", page("<div>".repeat(200_000).into_bytes())),
        ("nested lists.html", page("<ul><li>said ".repeat(100_000).into_bytes())),
        ("10 MB of open tags.html", page(repeated("<b><i>"))),
        ("10 MB of attributes.html", page([b"<p ".as_slice(), &repeated("a=b "), b">Met.</p>"].concat())),
    ]
}
