use rapporteur_sdk::Document;

use crate::escape::inline;

/// The actors in order of first mention, or nothing where there are none.
pub fn table(document: &Document) -> Option<String> {
    if document.actors.is_empty() {
        return None;
    }
    let mut out = String::from("## Actors\n\n| Actor | Kind | Mentions | Also called |\n| --- | --- | ---: | --- |\n");
    for actor in &document.actors {
        let kind = match &actor.subkind {
            Some(subkind) => format!("{} ({})", actor.kind.as_str(), inline(subkind)),
            None => actor.kind.as_str().to_owned(),
        };
        let aliases: Vec<String> = actor.aliases.iter().map(|alias| inline(alias)).collect();
        let (name, mentions, aliases) = (inline(&actor.name), actor.mentions.len(), aliases.join(", "));
        out.push_str(&format!("| {name} | {kind} | {mentions} | {aliases} |\n"));
    }
    Some(out)
}
