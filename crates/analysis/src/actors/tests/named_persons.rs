//! Persons no list has, by what only persons have or undergo, and bodies that only speak.

use super::prose::check;

#[test]
fn subjects_at_the_start_of_a_sentence() {
    check("Htun Lwin Vaskar has exchanged his uniform for the presidency.", "Htun Lwin Vaskar=htun-lwin-vaskar");
    check("Hodan Vessar ought to resign.", "Hodan Vessar=hodan-vessar");
    // Every word with a capital, and a verb behind.
    check("Sectoral Reforms are late.", "");
}

#[test]
fn companies_behind_titles() {
    check("Finance Minister Dell Marrow resigned.", "Dell Marrow=dell-marrow");
    check("Trade Minister Temu Desalwe resigned.", "Temu Desalwe=temu-desalwe");
}

#[test]
fn what_is_done_to_persons() {
    check("The army arrested Orvek Taslan in May.", "Orvek Taslan=orvek-taslan");
    check("She thanked Ghanim bin Dalmuk for the boats.", "Ghanim bin Dalmuk=ghanim-bin-dalmuk");
    check("The conviction of Ecatera Topciu left the port without a head.", "Ecatera Topciu=ecatera-topciu");
    check("The club invented the seats under Roukoz Tannur and left.", "Roukoz Tannur=roukoz-tannur");
}

#[test]
fn what_persons_have() {
    check("Maher Qabbar’s cabinet referred a bill to the chamber.", "Maher Qabbar=maher-qabbar");
    check("Maher Qabbar’s harbour is deep.", "");
}

#[test]
fn whose_people_they_are() {
    check(
        "Lau Mun Fei of the Tidal Institute fears a squeeze.",
        "Lau Mun Fei=lau-mun-fei, Tidal Institute=tidal-institute",
    );
    check(
        "The Tidal Institute’s Jovan Lekar was not asked.",
        "Tidal Institute=tidal-institute, Jovan Lekar=jovan-lekar",
    );
}

#[test]
fn apposition() {
    check("Slavis Kremen, no longer president but still the head of his club, slept.", "Slavis Kremen=slavis-kremen");
    check("Anirban Chakl, a former member of the delegation, slept.", "Anirban Chakl=anirban-chakl");
    check("His friend Thanin Suwan was not asked.", "Thanin Suwan=thanin-suwan");
}

#[test]
fn small_syllables_and_hyphens() {
    check("Bae Ji-vun, who heads the branch, slept.", "Bae Ji-vun=bae-ji-vun");
    check(
        "Nii Armah Quart-Lomo of the Tidal Union says no.",
        "Nii Armah Quart-Lomo=nii-armah-quart-lomo, Tidal Union=tidal-union",
    );
}

#[test]
fn second_surname() {
    check(
        "Rodo Antequera Lijer said no. On Monday Antequera slept.",
        "Rodo Antequera Lijer=rodo-antequera-lijer, Antequera=rodo-antequera-lijer",
    );
}

#[test]
fn single_names_that_speak() {
    check("Ossatom announced a sale. Officials met Ossatom in May.", "Ossatom=ossatom, Ossatom=ossatom");
    check("Ossatom announced a sale. The boats lie in Ossatom.", "");
}

#[test]
fn short_forms_of_long_names() {
    check(
        "The Fisheries Committee for the West Central Gulf of Selby (FCWC) met. The FCWC said no.",
        "Fisheries Committee for the West Central Gulf of Selby=fisheries-committee-for-the-west-central-gulf-of-selby, FCWC=fisheries-committee-for-the-west-central-gulf-of-selby, FCWC=fisheries-committee-for-the-west-central-gulf-of-selby",
    );
}
