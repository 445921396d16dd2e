use crate::actors::Actors;
use crate::annotations::Annotations;
use crate::claims::Claims;
use crate::column::{FieldType, Kind, Table};
use crate::documents::Documents;
use crate::mentions::Mentions;

const FORMATS: &str = include_str!("../../../../docs/formats.md");

/// The columns as `docs/formats.md` has to list them.
fn columns<T: Table>() -> String {
    let rows: Vec<String> = T::COLUMNS.iter().map(|column| row(&column.field)).collect();
    format!("| column | type | meaning |\n| --- | --- | --- |\n{}\n", rows.join("\n"))
}

fn row(field: &FieldType) -> String {
    let kind = match field.kind {
        Kind::Text | Kind::Pattern(_) => "text".to_owned(),
        Kind::OneOf(values) => values.join(", "),
        Kind::Boolean => "true, false".to_owned(),
        Kind::Integer(minimum, None) => format!("integer from {minimum}"),
        Kind::Integer(minimum, Some(maximum)) => format!("integer from {minimum} to {maximum}"),
        Kind::Share => "number from 0 to 1".to_owned(),
    };
    let empty = if field.required { "" } else { ", or empty" };
    format!("| `{}` | {kind}{empty} | {} |", field.name, field.description)
}

#[test]
fn docs_list_the_columns() {
    for (name, table) in [
        (Documents::RESOURCE, columns::<Documents>()),
        (Actors::RESOURCE, columns::<Actors>()),
        (Mentions::RESOURCE, columns::<Mentions>()),
        (Claims::RESOURCE, columns::<Claims>()),
        (Annotations::RESOURCE, columns::<Annotations>()),
    ] {
        assert!(FORMATS.contains(&table), "the columns of {name} in docs/formats.md should be:\n\n{table}");
    }
}
