//! The copies that libraries are loaded from.
//!
//! A library is read once, hashed, and written to `<folder>/<sha256>.<ending>`; only that copy is ever loaded. So what was
//! hashed is what runs; a build that writes over the original disturbs nobody; a rebuilt library is another file and loads
//! beside the old one.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use rapporteur_core::sha256_hex;

/// Copies that nobody loaded for so long are removed.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// A folder of copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryStore {
    /// `None`: the user has no cache folder.
    folder: Option<PathBuf>,
}

/// A library's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLibrary {
    /// The copy. Absolute.
    pub path: PathBuf,
    /// Of its bytes, in small hexadecimal digits.
    pub sha256: String,
}

impl LibraryStore {
    /// Copies below the user's cache folder; `folder` is made where it is missing.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder: Some(folder) }
    }

    /// Copies below the system's folder for temporary files, in a folder that only this user can write.
    pub fn temporary() -> Self {
        Self { folder: None }
    }

    /// The copy of the library at `original`.
    ///
    /// # Errors
    /// If the library cannot be read or no copy can be written.
    pub fn keep(&self, original: &Path) -> io::Result<StoredLibrary> {
        let bytes = fs::read(original)?;
        let sha256 = sha256_hex(&bytes);
        let name = match original.extension() {
            Some(ending) => format!("{sha256}.{}", ending.to_string_lossy()),
            None => sha256.clone(),
        };
        if let Some(folder) = &self.folder {
            match keep_in(folder, &name, &bytes) {
                Ok(path) => return Ok(StoredLibrary { path, sha256 }),
                Err(error) => tracing::warn!(
                    folder = %folder.display(), %error,
                    "The cache cannot be written; plugins are loaded from a temporary folder. Another is named by --cache."
                ),
            }
        }
        let path = keep_in(&temporary_folder()?, &name, &bytes)?;
        Ok(StoredLibrary { path, sha256 })
    }
}

fn keep_in(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    make_private(folder)?;
    let folder = fs::canonicalize(folder)?;
    let path = folder.join(name);
    // Another process may have put something else under the name: the bytes count, not the name.
    if fs::read(&path).is_ok_and(|there| there == bytes) {
        // So that it is not taken for one that nobody loads; no matter if it cannot be done.
        let _ = File::options().append(true).open(&path).and_then(|file| file.set_modified(SystemTime::now()));
        return Ok(path);
    }
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let temporary = folder.join(format!("{name}.{}-{number}.new", std::process::id()));
    let written = write_new(&temporary, bytes).and_then(|()| fs::rename(&temporary, &path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written?;
    remove_old(&folder);
    Ok(path)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}

/// Makes the folder so that only this user can write there.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Below the folder for temporary files, which others can write: the user's own, or an error.
fn temporary_folder() -> io::Result<PathBuf> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let user = rustix::process::geteuid().as_raw();
        let folder = std::env::temp_dir().join(format!("rapporteur-plugins-{user}"));
        make_private(&folder)?;
        let there = fs::symlink_metadata(&folder)?;
        if !there.is_dir() || there.uid() != user || there.mode() & 0o022 != 0 {
            let message = format!("{} is not this user's alone", folder.display());
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, message));
        }
        Ok(folder)
    }
    #[cfg(not(unix))]
    {
        Ok(std::env::temp_dir().join("rapporteur-plugins"))
    }
}

fn remove_old(folder: &Path) {
    let now = SystemTime::now();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_old = entry
            .metadata()
            .and_then(|there| there.modified())
            .is_ok_and(|modified| now.duration_since(modified).is_ok_and(|age| age > KEPT));
        // Only what is named as copies are: sixty-four digits first.
        let name = entry.file_name();
        let is_copy = name.to_string_lossy().bytes().take_while(u8::is_ascii_hexdigit).count() == 64;
        if is_old && is_copy {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_named_after_its_bytes_and_made_once() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let original = folder.path().join("libx.so");
        fs::write(&original, "first").expect("written");
        let store = LibraryStore::at(folder.path().join("deep/cache"));
        let first = store.keep(&original).expect("kept");
        assert_eq!(first.sha256, sha256_hex(b"first"));
        assert!(first.path.ends_with(format!("deep/cache/{}.so", first.sha256)), "{first:?}");
        fs::write(&original, "second").expect("written");
        let second = store.keep(&original).expect("kept");
        assert_ne!(first, second);
        assert_eq!(fs::read(&first.path).expect("the old copy stays"), b"first");
        // Someone put other bytes under the name.
        fs::write(&second.path, "evil").expect("written");
        assert_eq!(fs::read(store.keep(&original).expect("kept").path).expect("there"), b"second");
        let names = fs::read_dir(folder.path().join("deep/cache")).expect("there").count();
        assert_eq!(names, 2, "no temporary file is left");
    }

    #[test]
    fn copies_nobody_loads_go_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let old = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, "x").expect("written");
            let long_ago = SystemTime::now() - KEPT - Duration::from_secs(60);
            File::options().append(true).open(&path).and_then(|file| file.set_modified(long_ago)).expect("set");
            path
        };
        let (copy, other) = (old(&format!("{}.so", sha256_hex(b"old"))), old("notes.txt"));
        let original = folder.path().join("libx.so");
        fs::write(&original, "new").expect("written");
        LibraryStore::at(folder.path().to_owned()).keep(&original).expect("kept");
        assert!(!copy.exists() && other.exists());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_replaced_by_a_temporary_one() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let original = folder.path().join("libx.so");
        fs::write(&original, "bytes").expect("written");
        // A file where the folder should be.
        let kept = LibraryStore::at(original.clone()).keep(&original).expect("kept elsewhere");
        assert!(kept.path.starts_with(fs::canonicalize(std::env::temp_dir()).expect("it is there")), "{kept:?}");
        assert_eq!(fs::read(kept.path).expect("there"), b"bytes");
    }
}
