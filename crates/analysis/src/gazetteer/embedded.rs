/// Name and text of each gazetteer that comes with the program, in the order they are read.
pub(super) const FILES: &[(&str, &str)] = &[
    ("states.toml", include_str!("../../data/gazetteer/states.toml")),
    ("organisations.toml", include_str!("../../data/gazetteer/organisations.toml")),
    ("think-tanks.toml", include_str!("../../data/gazetteer/think-tanks.toml")),
    ("media.toml", include_str!("../../data/gazetteer/media.toml")),
    ("leaders.toml", include_str!("../../data/gazetteer/leaders.toml")),
    ("past-leaders.toml", include_str!("../../data/gazetteer/past-leaders.toml")),
    ("organs.toml", include_str!("../../data/gazetteer/organs.toml")),
    ("legislatures.toml", include_str!("../../data/gazetteer/legislatures.toml")),
    ("parties.toml", include_str!("../../data/gazetteer/parties.toml")),
];
