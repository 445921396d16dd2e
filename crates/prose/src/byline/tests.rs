use super::{Evidence, parse};

/// Names with "role" and @house.
fn show(line: &str) -> String {
    let Some(byline) = parse(line, 0) else {
        return "no byline".to_owned();
    };
    let credit = |credit: &super::Credit| {
        let mut shown = credit.name.clone();
        if credit.institution {
            shown.push('!');
        }
        if let Some(role) = &credit.role {
            shown.push_str(&format!(" \"{role}\""));
        }
        if let Some(house) = &credit.affiliation {
            shown.push_str(&format!(" @{house}"));
        }
        shown
    };
    let mut shown = byline.credits.iter().map(credit).collect::<Vec<_>>().join(" + ");
    if let Some(date) = byline.date {
        shown.push_str(&format!(" on {}", date.iso));
    }
    if byline.evidence == Evidence::Bare {
        shown.push_str(" (bare)");
    }
    shown
}

#[test]
fn prefixed() {
    assert_eq!(show("By Ilse Marwood/Tomasz Okello"), "Ilse Marwood + Tomasz Okello");
    assert_eq!(show("Ilse Marwood/Tomasz Okello"), "Ilse Marwood + Tomasz Okello");
    assert_eq!(show("Harbour/Town"), "no byline");
    assert_eq!(show("By Ilse Marwood"), "Ilse Marwood");
    assert_eq!(show("By Ilse Marwood and Tomasz Okello"), "Ilse Marwood + Tomasz Okello");
    assert_eq!(show("By Ilse Marwood, Tomasz Okello, and Lin Qiaoyu"), "Ilse Marwood + Tomasz Okello + Lin Qiaoyu");
    assert_eq!(show("By Ilse Marwood, Tomasz Okello & Lin Qiaoyu*"), "Ilse Marwood + Tomasz Okello + Lin Qiaoyu");
    assert_eq!(show("By Dr. Ilse Marwood*"), "Ilse Marwood");
    assert_eq!(show("By Lt. Gen. (Retd) Tomasz Okello"), "Tomasz Okello");
    assert_eq!(show("By Ilse Marwood, Harbour News"), "Ilse Marwood @Harbour News");
    assert_eq!(show("By ILSE MARWOOD, Diplomatic Correspondent"), "Ilse Marwood \"Diplomatic Correspondent\"");
    assert_eq!(show("By Ilse Marwood, --(Harbour News Agency)"), "Ilse Marwood @Harbour News Agency");
    assert_eq!(show("By Harbour News Agency"), "Harbour News Agency!");
    assert_eq!(show("By Institute for Peace and Security"), "Institute for Peace and Security!");
    assert_eq!(show("By Staff Writer"), "Staff Writer!");
    assert_eq!(show("By the Coastal Policy Institute"), "Coastal Policy Institute!");
    assert_eq!(show("By Courier staff reporter"), "Courier staff reporter!");
    assert_eq!(show("By Reuters"), "Reuters");
    assert_eq!(show("BY HNA"), "HNA!");
    assert_eq!(show("By Ilse Marwood – Coastal Policy Institute"), "Ilse Marwood @Coastal Policy Institute");
    assert_eq!(show("Edited by Ilse Marwood"), "Ilse Marwood \"Editor\"");
    assert_eq!(show("Reviewed by Ilse Marwood"), "Ilse Marwood \"Reviewer\"");
    assert_eq!(show("Interview by Saskia Thorne"), "Saskia Thorne");
    assert_eq!(show("Author : A. B. Marwood"), "A. B. Marwood");
    assert_eq!(show("Author : Ilse Marwood | Tomasz Okello"), "Ilse Marwood + Tomasz Okello");
    assert_eq!(show("By Marwood, Ilse"), "Ilse Marwood");
    assert_eq!(show("By Ilse Marwood - 14 March 2031"), "Ilse Marwood on 2031-03-14");
    assert_eq!(show("By Ilse Marwood | Published on March 14, 2031"), "Ilse Marwood on 2031-03-14");
    assert_eq!(show("From Ilse Marwood"), "Ilse Marwood");
}

#[test]
fn without_prefix() {
    assert_eq!(show("Ilse MARWOOD and Bao Linh TRAN"), "Ilse Marwood + Bao Linh Tran");
    assert_eq!(show("ILSE MARWOOD AND TOMASZ OKELLO"), "Ilse Marwood + Tomasz Okello");
    assert_eq!(show("Ilse Marwood in Port Aver"), "Ilse Marwood");
    assert_eq!(show("Ilse Marwood (now), Tomasz Okello (earlier)"), "Ilse Marwood + Tomasz Okello");
    assert_eq!(show("Ilse Marwood | Tomasz Okello"), "Ilse Marwood + Tomasz Okello");
    assert_eq!(show("Caspar Holt, Spokesman"), "Caspar Holt \"Spokesman\"");
    assert_eq!(show("Ilse Marwood"), "Ilse Marwood (bare)");
}

#[test]
fn sentences_are_no_bylines() {
    for line in [
        "By the time the last ferry left Tern Bay on Friday evening, the quay had been empty for an hour.",
        "By Friday, the ministry had answered.",
        "By and large, it worked.",
        "What comes next",
        "Harbour Building for Beginners - Harbours 101",
        "From Halm With Love",
        "The council met.",
        "Madam Secretary-General, Prime Minister Ilona Brandt said on Monday that it was late. Is she right?",
        "",
    ] {
        assert_eq!(show(line), "no byline", "{line}");
    }
}
