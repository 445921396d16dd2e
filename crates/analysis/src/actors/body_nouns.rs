//! Nouns for bodies, and what each says that a body is.

/// What a noun, lower case and singular, says that a body is: its subkind.
pub(crate) fn kind_of_body(noun: &str) -> Option<&'static str> {
    Some(match noun {
        "company" | "firm" | "startup" | "conglomerate" | "manufacturer" | "maker" | "operator" | "carrier"
        | "airline" | "builder" | "shipbuilder" | "miner" | "producer" | "insurer" | "contractor" | "retailer"
        | "supplier" | "utility" | "consultancy" | "developer" | "corporation" | "multinational" | "refiner"
        | "smelter" | "publisher" | "brokerage" | "carmaker" | "chipmaker" | "steelmaker" | "toolmaker"
        | "drugmaker" | "automaker" | "planemaker" | "brewer" | "exporter" | "importer" | "distributor"
        | "subsidiary" | "shipyard" | "yard" | "platform" | "marketplace" | "app" | "hotelier" | "haulier"
        | "foundry" | "giant" | "outfit" | "service" | "trader" => "company",
        "bank" | "lender" => "bank",
        "newspaper" | "daily" | "weekly" | "magazine" | "broadcaster" | "website" | "tabloid" | "newsletter"
        | "channel" | "station" | "portal" | "outlet" => "media",
        "charity" | "ngo" | "watchdog" | "nonprofit" => "non-governmental",
        "party" => "party",
        "union" => "union",
        "militia" => "armed group",
        "institute" | "tank" | "pollster" | "centre" | "laboratory" => "institute",
        "association" | "federation" | "lobby" | "cooperative" | "group" | "organisation" | "network" | "coalition"
        | "foundation" => "organisation",
        "agency" | "authority" | "regulator" | "bureau" => "agency",
        _ => return None,
    })
}
