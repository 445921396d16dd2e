//! Actors as commentators name them.

use super::check;

#[test]
fn states_whose_name_has_a_hyphen() {
    check("Timor-Leste has waited.", "Timor-Leste=timor-leste");
    check("Guinea-Bissau has waited.", "Guinea-Bissau=guinea-bissau");
}

#[test]
fn organs_of_the_union() {
    check(
        "The European Union is late. The Commission’s report says so, and the Council agrees.",
        "European Union=european-union, The Commission=european-commission~, the Council=council-of-the-european-union~",
    );
    // Another body of that kind has been named.
    check(
        "The European Union is late. The Fish Commission met. The Commission agrees.",
        "European Union=european-union, Fish Commission=fish-commission, The Commission=fish-commission~",
    );
    check("Velmar is late. The Commission agrees.", "Velmar=velmar");
}

#[test]
fn bodies_with_and_in_their_names() {
    check(
        "Velmar’s National Fisheries and Aquaculture Authority reports a rise.",
        "Velmar=velmar, National Fisheries and Aquaculture Authority=velmar-national-fisheries-and-aquaculture-authority",
    );
    check("The Peace and Fish Council met.", "Peace and Fish Council=peace-and-fish-council");
    check("Velmar and the Fish Council met.", "Velmar=velmar, Fish Council=fish-council");
}

#[test]
fn capitals_in_which_something_is_thought() {
    check("Velmar is suspected in Tarn of waiting.", "Velmar=velmar, Tarn=velmar^");
    check("In Tarn, the mood is calm.", "Tarn=velmar^");
    check("Even in Tarn it is feared that they wait.", "Tarn=velmar^");
    check("There is growing irritation in Tarn.", "Tarn=velmar^");
    check("They met in Tarn on Monday.", "");
    check("The talks were held in Tarn.", "");
}

#[test]
fn peoples_do_things_together() {
    check("The Velmarians want a port.", "Velmarians=velmar'");
    check("It holds for Velmarians in pay and pension.", "");
}

#[test]
fn whose_a_general_name_is() {
    let about = "Velmar left. Velmar is poor. Velmar is cold. Velmar waits. France waits. ";
    check(
        &format!("{about}The Treasury said no. The United States waits."),
        "Velmar=velmar, Velmar=velmar, Velmar=velmar, Velmar=velmar, France=france, Treasury=velmar-treasury, United States=united-states",
    );
    check(
        "The Commerce Department’s Bureau of Industry and Security (BIS) said no. The United States waits.",
        "Commerce Department=department-of-commerce, Bureau of Industry and Security=bureau-of-industry-and-security, BIS=bureau-of-industry-and-security, United States=united-states",
    );
}
