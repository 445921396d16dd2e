use rapporteur_core::protocol::Descriptor;

/// What makes a descriptor unusable, as a clause.
pub(crate) fn check_descriptor(descriptor: &Descriptor) -> Result<(), String> {
    check_id(&descriptor.id)?;
    check_name(&descriptor.name)?;
    if descriptor.version.is_empty() {
        return Err("its version is empty".to_owned());
    }
    Ok(())
}

/// What makes a name unusable, as a clause.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let plain = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
    if !name.is_empty() && name.chars().all(plain) {
        return Ok(());
    }
    Err(format!("its name {name:?} is not made of small letters, digits and hyphens"))
}

/// What makes an id unusable, as a clause.
pub(crate) fn check_id(id: &str) -> Result<(), String> {
    let parts: Vec<&str> = id.split('.').collect();
    let plain = |part: &&str| {
        !part.is_empty()
            && part
                .chars()
                .all(|character| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-')
    };
    if parts.len() >= 2 && parts.iter().all(plain) {
        return Ok(());
    }
    Err(format!("its id {id:?} is not of the form \"org.example.name\" (small letters, digits, hyphens, dots between)"))
}
