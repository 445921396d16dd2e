/// Name and text of each gazetteer that comes with the program, in the order they are read.
pub(super) const FILES: &[(&str, &str)] = &[
    ("states.toml", include_str!("../../data/gazetteer/states.toml")),
    ("organisations.toml", include_str!("../../data/gazetteer/organisations.toml")),
    ("organs.toml", include_str!("../../data/gazetteer/organs.toml")),
];
