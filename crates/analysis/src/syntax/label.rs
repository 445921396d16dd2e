/// What a word is to the word it depends on: the relations of Universal Dependencies, those joined that the rules do not
/// tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Label {
    /// Depends on no word.
    Root,
    /// Subject: noun, clause, or "there" and "it" that hold its place.
    Nsubj,
    /// Subject of a passive.
    NsubjPass,
    Obj,
    Iobj,
    /// Noun with preposition, or time, at a verb.
    Obl,
    /// Noun with preposition at a noun; possessor.
    Nmod,
    /// Clause as object: "said *that it failed*".
    Ccomp,
    /// Infinitive or predicate without subject of its own: "wants *to go*".
    Xcomp,
    Advcl,
    Acl,
    AclRelcl,
    Parataxis,
    Conj,
    Cc,
    Mark,
    /// Auxiliary or copula.
    Aux,
    /// Preposition, postposition, possessive mark.
    Case,
    Det,
    /// Adjective, number or noun in front of a noun.
    Modifier,
    Advmod,
    Appos,
    /// Later words of names and fixed phrases, particles of verbs.
    Flat,
    Punct,
    Other,
}

impl Label {
    /// All labels, in the order of their discriminants.
    pub const ALL: [Label; 25] = [
        Label::Root,
        Label::Nsubj,
        Label::NsubjPass,
        Label::Obj,
        Label::Iobj,
        Label::Obl,
        Label::Nmod,
        Label::Ccomp,
        Label::Xcomp,
        Label::Advcl,
        Label::Acl,
        Label::AclRelcl,
        Label::Parataxis,
        Label::Conj,
        Label::Cc,
        Label::Mark,
        Label::Aux,
        Label::Case,
        Label::Det,
        Label::Modifier,
        Label::Advmod,
        Label::Appos,
        Label::Flat,
        Label::Punct,
        Label::Other,
    ];

    /// The label of a relation as treebanks write it, subtype and all.
    pub fn of_relation(relation: &str) -> Label {
        match relation {
            "nsubj:pass" | "csubj:pass" => return Label::NsubjPass,
            "acl:relcl" => return Label::AclRelcl,
            "compound:prt" => return Label::Flat,
            _ => {}
        }
        match relation.split(':').next().unwrap_or_default() {
            "root" => Label::Root,
            "nsubj" | "csubj" | "expl" => Label::Nsubj,
            "obj" => Label::Obj,
            "iobj" => Label::Iobj,
            "obl" => Label::Obl,
            "nmod" => Label::Nmod,
            "ccomp" => Label::Ccomp,
            "xcomp" => Label::Xcomp,
            "advcl" => Label::Advcl,
            "acl" => Label::Acl,
            "parataxis" => Label::Parataxis,
            "conj" => Label::Conj,
            "cc" => Label::Cc,
            "mark" => Label::Mark,
            "aux" | "cop" => Label::Aux,
            "case" => Label::Case,
            "det" => Label::Det,
            "amod" | "nummod" | "compound" => Label::Modifier,
            "advmod" => Label::Advmod,
            "appos" => Label::Appos,
            "flat" | "fixed" => Label::Flat,
            "punct" => Label::Punct,
            _ => Label::Other,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            Label::Root => "root",
            Label::Nsubj => "nsubj",
            Label::NsubjPass => "nsubj:pass",
            Label::Obj => "obj",
            Label::Iobj => "iobj",
            Label::Obl => "obl",
            Label::Nmod => "nmod",
            Label::Ccomp => "ccomp",
            Label::Xcomp => "xcomp",
            Label::Advcl => "advcl",
            Label::Acl => "acl",
            Label::AclRelcl => "acl:relcl",
            Label::Parataxis => "parataxis",
            Label::Conj => "conj",
            Label::Cc => "cc",
            Label::Mark => "mark",
            Label::Aux => "aux",
            Label::Case => "case",
            Label::Det => "det",
            Label::Modifier => "modifier",
            Label::Advmod => "advmod",
            Label::Appos => "appos",
            Label::Flat => "flat",
            Label::Punct => "punct",
            Label::Other => "other",
        }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}
