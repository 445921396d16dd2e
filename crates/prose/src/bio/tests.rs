use super::{after_header, parse};

/// Subjects: role / unit / organisation.
fn check(line: &str, expected: &str) {
    let shown = parse(line).map(|bio| {
        let part = |part: Option<&str>| part.unwrap_or("-").to_owned();
        format!("{}: {} / {} / {}", bio.subjects.join(" + "), part(bio.role), part(bio.unit), part(bio.organisation))
    });
    assert_eq!(shown.as_deref().unwrap_or("none"), expected, "{line}");
}

#[test]
fn roles_units_and_houses() {
    check(
        "  • Ilse Marwood is a Senior Fellow with the Maritime Order Programme at the Coastal Policy Institute. ",
        "Ilse Marwood: Senior Fellow / Maritime Order Programme / Coastal Policy Institute",
    );
    check(
        "Priya Halloran is Director of Research at the Harbour Foundation.",
        "Priya Halloran: Director of Research / - / Harbour Foundation",
    );
    check(
        "* Halvard Quist is Professor of Public Finance at the University of Tern Bay and a former adviser to the Meridian Bank.",
        "Halvard Quist: Professor of Public Finance / - / University of Tern Bay",
    );
    check("Edda Morrow is a freelance writer who reports from Dunholm.", "Edda Morrow: freelance writer / - / -");
    check(
        "Lin Qiaoyu is an Associate Fellow with the Norvane Centre for Strategic Affairs.",
        "Lin Qiaoyu: Associate Fellow / - / Norvane Centre for Strategic Affairs",
    );
    check(
        "Dr. Ilse Marwood (@imarwood) is the director of the Harbour Foundation.",
        "Ilse Marwood: director / - / Harbour Foundation",
    );
    check("The writer is a former ambassador.", ": former ambassador / - / -");
    check(
        "Ilse Marwood and Tomasz Okello are Fellows at the Coastal Policy Institute.",
        "Ilse Marwood + Tomasz Okello: Fellows / - / Coastal Policy Institute",
    );
    check(
        "— Ilse Marwood teaches history at the University of Tern Bay.",
        "Ilse Marwood: - / - / University of Tern Bay",
    );
    check(
        "Tomasz Okello is a correspondent for the Harbour Courier in Halm.",
        "Tomasz Okello: correspondent / - / Harbour Courier",
    );
}

#[test]
fn prose_is_no_bio() {
    check("The council is a forum of nine states.", "none");
    check("Averland sees it differently.", "none");
}

#[test]
fn headers() {
    assert_eq!(after_header("About the authors:"), Some(""));
    assert_eq!(after_header("*About the author: Ilse Marwood is a Fellow"), Some("Ilse Marwood is a Fellow"));
    assert_eq!(after_header("The author said no"), None);
}
