use super::{find_date, find_dates, is_time_of_day, parse_date};

fn check(words: &str, iso: &str) {
    assert_eq!(parse_date(words).as_deref(), Some(iso), "{words}");
}

#[test]
fn forms_seen_on_pages() {
    check("14 March 2031", "2031-03-14");
    check("March 14, 2031", "2031-03-14");
    check("Friday, March 14th, 2031", "2031-03-14");
    check("Mar. 14, 2031 9:45 am", "2031-03-14T09:45");
    check("14/03/2031", "2031-03-14");
    check("3/14/2031", "2031-03-14");
    check("2031-03-14", "2031-03-14");
    check("2031-3-5 22:17:36", "2031-03-05T22:17:36");
    check("2031-03-14T00:10:05+00:00", "2031-03-14T00:10:05+00:00");
    check("2031-03-14T00:10:05.123Z", "2031-03-14T00:10:05Z");
    check("Published on Mar 14, 2031", "2031-03-14");
    check("Last updated 21-Mar-2031 10:03", "2031-03-21T10:03");
    check("Updated 20:49, 5 Aug 2031", "2031-08-05T20:49");
    check("14.03.2031, 20:28", "2031-03-14T20:28");
    check("21:17 18.11.2031", "2031-11-18T21:17");
    check("Fri, 14 Mar 2031 00:10:05 +0100", "2031-03-14T00:10:05+01:00");
    check("Fri Mar 14 2031 00:10:05 GMT+0200 (Example Time)", "2031-03-14T00:10:05+02:00");
    check("19 Nov 2031 07:09 GMT", "2031-11-19T07:09Z");
    check("January 11, 2031 Monday 10:35 AM GMT", "2031-01-11T10:35Z");
    check("March 14, 2031 at 2:09 p.m. EST", "2031-03-14T14:09-05:00");
    check("28. Februar 2031", "2031-02-28");
    check("12 mars 2031 mercredi", "2031-03-12");
    check("Nov 21, 20314 min read", "2031-11-21");
    check("Issue BriefsPublished on May 10, 2031 PDF Download", "2031-05-10");
    check("March 2031", "2031-03");
}

#[test]
fn what_is_no_date_or_not_sure() {
    for words in ["03/04/2031", "6 hours ago", "on Thursday", "31 February 2031", "Article 5", "May 5", "in 1994", ""] {
        assert_eq!(parse_date(words), None, "{words}");
    }
    // The day comes out; an hour that does not exist is not carried over.
    check("March 14, 2031 29:99", "2031-03-14");
}

#[test]
fn places() {
    let words = "Filed “March 14, 2031” here";
    let found = find_date(words).expect("there is a date");
    assert_eq!(found.at.slice(words), Some("March 14, 2031"));
    assert_eq!(find_dates("First published 1 May 2031, updated 3 May 2031").len(), 2);
    assert!(is_time_of_day("2:09 p.m.") && is_time_of_day("14:09 GMT") && !is_time_of_day("2:1 down"));
}
