//! Frames and cues that are common in the prose of think tanks.

use super::{check, check_none};

#[test]
fn figures_that_are_no_numbers() {
    check("The ministry puts the share at a third.", "The ministry | indirect | puts | the share at a third");
    check(
        "Kestria puts the number of dead at over a million.",
        "Kestria | indirect | puts | the number of dead at over a million",
    );
    check(
        "The plan rests on a surplus that the ministry puts at somewhere between two and three billion crowns.",
        "the ministry | indirect | puts | a surplus … at somewhere between two and three billion crowns",
    );
    check_none("The storm put the ministry at odds with the port.");
}

#[test]
fn what_something_is_put_down_to() {
    check(
        "Hauliers put much of the delay down to paperwork.",
        "Hauliers | indirect | put | much of the delay down to paperwork",
    );
    check("The auditors put the loss down to haste.", "The auditors | indirect | put | the loss down to haste");
}

#[test]
fn what_is_seen_so() {
    check("Economists regard even that as optimistic.", "Economists | indirect | regard | even that as optimistic");
    check(
        "Kestria regards building along the river as a threat.",
        "Kestria | indirect | regards | building along the river as a threat",
    );
}

#[test]
fn stories_behind_a_colon() {
    check(
        "The minister put it bluntly: the port will close.",
        "The minister | indirect | put it | the port will close",
    );
    check(
        "Officials in Kest tell a different story: the money was spent on a road.",
        "Officials in Kest | indirect | tell a different story | the money was spent on a road",
    );
}

#[test]
fn passives() {
    check(
        "The council has been accused by the guild and by several captains of giving away the pier.",
        "the guild and by several captains | indirect | has been accused | of giving away the pier",
    );
    check(
        "The council has been accused by the guild, and by some of its members, of giving away the pier.",
        "the guild, and by some of its members | indirect | has been accused | of giving away the pier",
    );
    check("The towns were promised a share of the toll.", "– | indirect | were promised | a share of the toll");
    check("A summit has been promised for the spring.", "– | indirect | has been promised | A summit … for the spring");
    check_none("That was what was promised.");
}

#[test]
fn verbs() {
    check("Kestria means to get through the winter.", "Kestria | indirect | means | to get through the winter");
    check_none("The tender means that the port will close.");
    check(
        "The minister would have us believe that the worst is over.",
        "The minister | indirect | would have us believe | that the worst is over",
    );
    check(
        "Harbour pilots speak openly of the going rate.",
        "Harbour pilots | indirect | speak openly of | the going rate",
    );
    check(
        "The states have pushed for three decades to have the harbour shut.",
        "The states | indirect | have pushed | to have the harbour shut",
    );
    check(
        "The guild argued for twelve months of notice.",
        "The guild | indirect | argued for | twelve months of notice",
    );
    check(
        "Officials in Kest expect nothing before autumn.",
        "Officials in Kest | indirect | expect | nothing before autumn",
    );
    check(
        "Officials did not hide how little they expect of it.",
        "Officials | indirect | did not hide | how little they expect of it",
    );
    check_none("The council hides how little it has paid.");
    check("Widows tell of nights without light.", "Widows | indirect | tell of | nights without light");
    check("Pilots hate the new pier.", "Pilots | indirect | hate | the new pier");
    check("Only 21 per cent would tolerate foreign crews.", "21 per cent | indirect | would tolerate | foreign crews");
    check("The monitors recorded raids by the hundreds.", "The monitors | indirect | recorded | raids by the hundreds");
}

#[test]
fn what_points_elsewhere() {
    check("Averland shares that view for reasons of principle.", "Averland | indirect | shares | that view");
    check("The guild has made roughly this argument.", "The guild | indirect | has made | this argument");
}

#[test]
fn lines_of_thought() {
    check(
        "If it pays, the argument goes, it will be built.",
        "– | indirect | argument goes | If it pays … it will be built",
    );
    check(
        "Tolls did the rest, or so the usual explanation has it.",
        "– | indirect | explanation has it | Tolls did the rest",
    );
    check(
        "Their reasoning is simple enough: A toll will raise prices.",
        "Their | indirect | reasoning | A toll will raise prices",
    );
    check(
        "By one estimate, drawn up for the board, a pier would cost 60 million crowns.",
        "one estimate | indirect | By | a pier would cost 60 million crowns",
    );
    check("In Kest, the fear is that the treaty will lapse.", "Kest | indirect | fear | that the treaty will lapse");
    check("In Kest the answer is patience.", "Kest | indirect | answer | patience");
    check("In Kest the instinct is to see a trap.", "Kest | indirect | instinct | to see a trap");
    check_none("Her instinct is the right one.");
    check(
        "Critics say, not without reason, that a fence invites climbers.",
        "Critics | indirect | say | that a fence invites climbers",
    );
}
