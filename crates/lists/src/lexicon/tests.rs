use super::{Lexicon, LexiconError, LexiconFiles};

/// The files that come with the program.
pub(super) const SHIPPED: LexiconFiles<'_> = LexiconFiles {
    verbs: include_str!("../../../analysis/data/cues.toml"),
    phrases: include_str!("../../../analysis/data/cues-phrases.toml"),
    nouns: include_str!("../../../analysis/data/cues-nouns.toml"),
    persons: include_str!("../../../analysis/data/nouns-of-persons.txt"),
    judgements: include_str!("../../../analysis/data/judgements.toml"),
};

fn from_toml(verbs: &str, phrases: &str, nouns: &str) -> Result<Lexicon, LexiconError> {
    Lexicon::from_files(&LexiconFiles { verbs, phrases, nouns, ..SHIPPED })
}

fn lemmas(form: &str) -> String {
    let lexicon = Lexicon::from_files(&SHIPPED).expect("the files are sound");
    let found: Vec<String> =
        lexicon.verbs(form).map(|(verb, inflection)| format!("{}:{inflection:?}", verb.lemma)).collect();
    found.join(" ")
}

#[test]
fn inflections() {
    assert_eq!(lemmas("stated"), "state:Past state:PastParticiple");
    assert_eq!(lemmas("criticized"), "criticise:Past criticise:PastParticiple");
    assert_eq!(lemmas("criticising"), "criticise:Ing");
    assert_eq!(lemmas("denies"), "deny:ThirdPerson");
    assert_eq!(lemmas("labelled"), "label:Past label:PastParticiple");
    assert_eq!(lemmas("labeled"), "label:Past label:PastParticiple");
    assert_eq!(lemmas("rebutted"), "rebut:Past rebut:PastParticiple");
    assert_eq!(lemmas("sworn"), "swear by:PastParticiple swear:PastParticiple");
    assert_eq!(lemmas("promize"), "");
}

#[test]
fn longest_verb_first() {
    let lexicon = Lexicon::from_files(&SHIPPED).expect("the files are sound");
    let lengths: Vec<usize> = lexicon.verbs("cast").map(|(verb, _)| verb.rest.len()).collect();
    assert!(lengths.is_sorted_by(|longer, shorter| longer >= shorter), "{lengths:?}");
    assert!(lengths.first() > lengths.last(), "verbs of several lengths begin with \"cast\"");
}

#[test]
fn no_verb_makes_a_reading_twice() {
    let lexicon = Lexicon::from_files(&SHIPPED).expect("the files are sound");
    for verb in lexicon.verbs.iter() {
        for senses in [&verb.senses, &verb.passives] {
            for (index, sense) in senses.iter().enumerate() {
                let earlier = senses.get(..index).unwrap_or_default();
                let again = sense.frames.iter().find(|frame| earlier.iter().any(|other| other.covers(frame, sense)));
                assert!(again.is_none(), "{} {again:?}", verb.lemma);
            }
        }
    }
}

#[test]
fn size_of_the_lexicon() {
    let lexicon = Lexicon::from_files(&SHIPPED).expect("the files are sound");
    assert!(lexicon.verbs.len() >= 400, "{} verbs", lexicon.verbs.len());
    assert!(lexicon.nouns.len() >= 120);
}

#[test]
fn errors_name_file_and_lemma() {
    let verbs = "passive = []\npreposition = []\n[[verb]]\nlemmas = [\"say\"]\nframes = [\"thta\"]\nform = \"statement\"\ntier = 1\n\
        [light]\ngiving = []\nreceiving = []\n[irregular]\n[inflection]\ndoubling = []\nonly_ise = []\n";
    let nouns = "noun = []\nadjective = []\n[holders]\npersons = []\ngroups = []\ndocuments = []\npolls = []\n";
    let error = from_toml(verbs, "", nouns).expect_err("the frame is misspelt");
    assert!(matches!(error, LexiconError::Frame { .. }));
    assert!(error.to_string().starts_with("cues.toml: \"say\": \"thta\" is no frame"), "{error}");
    let phrases = "[[verb]]\nlemmas = [\"hold firm\"]\nframes = [\"agianst\"]\nform = \"opposition\"\ntier = 1\n";
    let error = from_toml(&verbs.replace("thta", "that"), phrases, nouns).expect_err("the frame is misspelt");
    assert!(error.to_string().starts_with("cues-phrases.toml: \"hold firm\": \"agianst\" is no frame"), "{error}");
    let group = "[[verb]]\nlemmas = [\"say\"]\nframes = [\"that\"]\nform = \"statement\"\ntier = 1\n";
    let twice = verbs.replace("thta", "that").replace("[light]", &(group.replace("statement", "demand") + "[light]"));
    let error = from_toml(&twice, "", nouns).expect_err("one verb with one frame is two acts");
    assert_eq!(
        error.to_string(),
        "cues.toml: \"say\" with one frame is Statement in one group and Demand in another; the form follows the verb \
         and its frame"
    );
    let error = from_toml(&verbs.replace("tier", "teir"), "", nouns).expect_err("the key is misspelt");
    assert!(error.to_string().contains("teir"), "{error}");
}
