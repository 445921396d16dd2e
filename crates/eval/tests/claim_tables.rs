//! A table somebody coded against the one that was written.

use std::fs;

use rapporteur_eval::{Evaluation, Predictor, evaluate};

#[test]
fn agreement_of_two_tables() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("it can be written");
        path
    };
    let coded = write(
        "coded.csv",
        "doc_id,claim_id,claimant_id,form,position_word,content_chars,quotation\n\
         d1,c1,brun,statement,,10-30,direct\n\
         d1,c2,voss,demand,support,40-60;70-80,mixed\n\
         d2,c1,brun,accusation,oppose,5-20,indirect\n",
    );
    let written = write(
        "claims.csv",
        "doc_id,claimant_id,form,position_word,content_chars,quotation,rule\n\
         d1,brun,statement,,12-30,direct,x\n\
         d1,voss,statement,support,40-60;70-80,mixed,x\n\
         d2,voss,statement,,100-120,indirect,x\n",
    );
    let predictor = Predictor::new().expect("the analyser is sound");
    let Evaluation::Tables(agreement) = evaluate(&coded, Some(&written), &predictor).expect("both can be read") else {
        panic!("two tables give the agreement of tables");
    };
    let rates = agreement.claims.figures();
    assert_eq!((agreement.claims.right_of_gold, rates.predicted, rates.gold), (2.0, 3, 3));
    let same: Vec<(&str, usize, usize)> = agreement
        .codings
        .iter()
        .map(|(name, codings)| (*name, codings.agreeing().right, codings.agreeing().of))
        .collect();
    let expected =
        [("claimant_id", 2, 2), ("form", 1, 2), ("addressee_id", 2, 2), ("position_word", 2, 2), ("quotation", 2, 2)];
    assert_eq!(same, expected);

    let alone = evaluate(&coded, None, &predictor).expect_err("a table needs another").to_string();
    assert!(alone.ends_with("coded.csv: a claims table is compared with another: say which with --against TABLE.csv"));
    let bad = write("bad.csv", "doc_id,content_chars\nd1,ten-20\n");
    let error = evaluate(&bad, Some(&written), &predictor).expect_err("no positions").to_string();
    assert!(
        error.ends_with("bad.csv: row 2: content_chars is \"ten-20\"; expected start-end, several divided by \";\""),
        "{error}"
    );
}
