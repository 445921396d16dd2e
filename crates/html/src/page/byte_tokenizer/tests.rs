use proptest::prelude::*;
use rapporteur_core::ByteRange;

use super::StandardTokenizer;
use crate::page::character_tokenizer::CharacterTokenizer;
use crate::page::references::Context;
use crate::page::tokens::{AttributeToken, TextContent, TokenSink, Tokenizer};

/// Writes the tokens down, one a line.
#[derive(Default)]
struct Recorder<'s> {
    source: &'s str,
    tokens: Vec<String>,
}

impl TokenSink for Recorder<'_> {
    fn start_tag(
        &mut self,
        name: &str,
        attributes: &[AttributeToken],
        self_closing: bool,
        at: ByteRange,
    ) -> TextContent {
        let slash = if self_closing { "/" } else { "" };
        let words = |at: ByteRange| format!("{}-{} {:?}", at.start, at.end, at.slice(self.source));
        // Where an empty value stands says nothing.
        let value = |at: ByteRange| if at.is_empty() { "-".to_owned() } else { words(at) };
        let attributes = attributes.iter().map(|token| format!(" {}={}", words(token.name), value(token.value)));
        self.tokens.push(format!("{} <{name}{}{slash}>", words(at), attributes.collect::<String>()));
        match name {
            "title" | "textarea" => TextContent::Escapable,
            "style" | "iframe" => TextContent::Raw,
            "script" => TextContent::Script,
            "plaintext" => TextContent::Plain,
            _ => TextContent::Markup,
        }
    }

    fn end_tag(&mut self, name: &str, at: ByteRange) {
        self.tokens.push(format!("{}-{} </{name}>", at.start, at.end));
    }

    fn text(&mut self, at: ByteRange, context: Context) {
        self.tokens.push(format!("{}-{} {:?} {context:?}", at.start, at.end, at.slice(self.source)));
    }

    fn end(&mut self, within_tag: bool) {
        self.tokens.push(format!("end {within_tag}"));
    }
}

fn tokens(tokenizer: impl Tokenizer, source: &str) -> Vec<String> {
    let mut recorder = Recorder { source, tokens: Vec::new() };
    tokenizer.tokenize(source, &mut recorder);
    recorder.tokens
}

fn check(source: &str) {
    assert_eq!(tokens(StandardTokenizer, source), tokens(CharacterTokenizer, source), "{source}");
}

#[test]
fn tags_and_attributes() {
    for source in [
        "a<b>c</b >d<br/><br / ><i/b>",
        "<a href=x title='y z' alt=\"<p>\" =q \"w a=1 a=2 b = c/d e= 'f'g h=i'j>x</a href=y/>",
        "<a href=>b<a href= >c<a href='>d",
        "<A HREF=X>y</A>",
        "<p a\r\nb\u{c}c\n=\n'd'>",
        "< p>1 < 2 <3 <é></>x</é><//p></ p>",
        "<p",
        "<p ",
        "<p a",
        "<p a=",
        "<p a='b",
        "<p a=b",
        "<p/",
        "</p",
        "</",
        "<",
        "x</p a=",
        "",
    ] {
        check(source);
    }
}

#[test]
fn comments_and_the_like() {
    for source in [
        "a<!-- b > c -- d -->e<!-->f<!--->g<!---->h<!--x--!>i<!--x--!y-->j<!---!>k-->l",
        "<!DOCTYPE html PUBLIC '>' x>y<!doctype>z<!x>a<?php echo '>' ?>b<![CDATA[ <p> ]]>c<!>d<?>e</ >f",
        "a<!-- b",
        "a<!--",
        "a<!-",
        "a<!",
        "a<?x",
        "a</ x",
        "<!DOCTYPE html",
    ] {
        check(source);
    }
}

#[test]
fn elements_that_hold_text() {
    for source in [
        "<title>a <b> &amp; </titles></TITLE >c",
        "<title>a</title",
        "<title>a</title b",
        "<title>a</",
        "<style>p > a { } </p></style/>x",
        "<textarea>a</>b</textarea>c",
        "<iframe><p></iframe><plaintext>a</plaintext>b",
        "<script>if (a < b && c > d) '</p>' </script>x",
        "<script><!-- <script> a </script> b --> c </script>d",
        "<script><!-- a </script>d --> e",
        "<script><!--> <script> </script>d",
        "<script><!-- <scripts> </script>d",
        "<script><!-- <script > --> </script>d",
        "<script><!-- <script/--> </script>d</script>e",
        "<script><!-- <script>></script>--></script>d",
        "<script><!-- <script> x",
        "<script><!-",
        "<script></scrip></script\n>a",
    ] {
        check(source);
    }
}

/// Pieces of markup that mean something, alone and side by side.
fn source() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "<",
            ">",
            "/",
            "</",
            "/>",
            "<!",
            "<!--",
            "-->",
            "--!>",
            "-",
            "=",
            "\"",
            "'",
            " ",
            "\n",
            "p",
            "a=b",
            "</>",
            "<p>",
            "</p>",
            "<?",
            "<script",
            "</script",
            "<script>",
            "</script>",
            "<title>",
            "</title>",
            "<style>",
            "</style>",
            "<plaintext>",
            "&amp;",
            "é",
            "]]>",
            "<![CDATA[",
            "<!DOCTYPE html>",
            "S",
            "\u{c}",
        ])
        .prop_map(str::to_owned),
        "[a-zA-Z<>/=!-]{0,4}",
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_markup_gives_the_same_tokens(source in source()) {
        prop_assert_eq!(tokens(StandardTokenizer, &source), tokens(CharacterTokenizer, &source));
    }
}
