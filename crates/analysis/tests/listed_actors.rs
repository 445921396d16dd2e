//! The actors that come with the program.

use rapporteur_analysis::gazetteer::{self, KnownActor, atoms};
use rapporteur_core::ActorKind;

#[test]
fn every_record_is_read_and_every_owner_listed() {
    let gazetteer = gazetteer::embedded();
    for actor in gazetteer.actors() {
        let owners =
            actor.of.iter().chain(&actor.members).chain(actor.posts.iter().filter_map(|post| post.of.as_ref()));
        for id in owners {
            assert!(gazetteer.find(id).is_some(), "{} names {id}, which is not listed", actor.id);
        }
    }
    let (length, entries) = gazetteer.longest(&atoms("U.S. troops", 0)).expect("listed");
    let ids: Vec<Option<&str>> = entries.iter().map(|entry| Some(gazetteer.actor(entry.actor)?.id.as_str())).collect();
    assert_eq!((length, ids.first()), (2, Some(&Some("united-states"))));
}

/// How many listed actors fit.
fn count(fits: impl Fn(&KnownActor) -> bool) -> usize {
    gazetteer::embedded().actors().filter(|actor| fits(actor)).count()
}

#[test]
fn the_lists_are_broad() {
    let gazetteer = gazetteer::embedded();
    let is = |actor: &KnownActor, subkinds: &[&str]| {
        actor.subkind.as_deref().is_some_and(|subkind| subkinds.contains(&subkind))
    };
    let sovereign = |actor: &KnownActor| actor.kind == ActorKind::State && actor.subkind.is_none();
    assert!(count(sovereign) >= 197);
    // Each with what its people are called, its capital, a code and a parliament.
    let has = |state: &KnownActor, subkinds: &[&str]| {
        gazetteer.actors().any(|actor| actor.of.as_ref() == Some(&state.id) && is(actor, subkinds))
    };
    let states: Vec<&KnownActor> = gazetteer.actors().filter(|actor| sovereign(actor)).collect();
    let lacking = |wanted: &dyn Fn(&KnownActor) -> bool| -> Vec<&str> {
        states.iter().filter(|state| !wanted(state)).map(|state| state.id.as_str()).collect()
    };
    assert_eq!(lacking(&|state| state.iso3166.is_some() || state.id == "kosovo"), [""; 0]);
    assert_eq!(lacking(&|state| !state.adjectives.is_empty() || !state.people.is_empty()), ["vatican-city"]);
    // States that are called as their capitals are.
    let cities = ["djibouti", "luxembourg", "monaco", "san-marino", "singapore"];
    assert_eq!(lacking(&|state| !state.metonyms.is_empty()), cities);
    assert_eq!(lacking(&|state| has(state, &["parliament", "chamber"])), ["vatican-city"]);
    let with_party = states.len() - lacking(&|state| has(state, &["party", "party alliance", "armed group"])).len();
    assert!(with_party >= 175, "{with_party} states with a party");
    // No state's: of nobody, or of another international body.
    let international = |actor: &KnownActor| {
        let of_a_state =
            actor.of.as_deref().and_then(|id| gazetteer.get(id)).is_some_and(|of| of.kind == ActorKind::State);
        actor.kind != ActorKind::Person
            && actor.kind != ActorKind::State
            && !of_a_state
            && !is(
                actor,
                &[
                    "party",
                    "armed group",
                    "criminal group",
                    "company",
                    "think tank",
                    "newspaper",
                    "website",
                    "region",
                    "people",
                ],
            )
    };
    for (what, least, found) in [
        ("international organisations", 240, count(international)),
        ("armed groups", 75, count(|actor| is(actor, &["armed group"]))),
        ("think tanks", 150, count(|actor| is(actor, &["think tank"]))),
        ("parties", 900, count(|actor| is(actor, &["party"]))),
        ("persons", 2_300, count(|actor| actor.kind == ActorKind::Person)),
        (
            "persons who led a state, its diplomacy or its forces before 2008",
            500,
            count(|actor| actor.posts.iter().any(|post| post.from.as_deref().is_some_and(|from| from < "2008"))),
        ),
    ] {
        assert!(found >= least, "{found} {what}, at least {least} are asked for");
    }
}
