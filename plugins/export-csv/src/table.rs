use std::marker::PhantomData;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use rapporteur_sdk::{OutputFile, Refusal};
use sha2::{Digest, Sha256};

use crate::column::Table;
use crate::options::CsvOptions;
use crate::package::Resource;

/// A table on its way out: writes rows and keeps the size and hash of all that was written.
pub struct TableFile<T> {
    hash: Sha256,
    bytes: usize,
    table: PhantomData<fn() -> T>,
}

impl<T: Table> TableFile<T> {
    pub fn new() -> Self {
        Self { hash: Sha256::new(), bytes: 0, table: PhantomData }
    }

    /// The next piece of the file; `None` if there is nothing to add. The first piece begins with the header.
    ///
    /// # Errors
    /// If the writer fails, which for bytes in memory it does not.
    pub fn append(&mut self, rows: &[T::Row<'_>], options: &CsvOptions) -> Result<Option<OutputFile>, Refusal> {
        let mut bytes = Vec::new();
        let first = self.bytes == 0;
        if first && options.bom {
            bytes.extend_from_slice("\u{feff}".as_bytes());
        }
        let mut writer = WriterBuilder::new()
            .quote_style(QuoteStyle::Necessary)
            .terminator(Terminator::Any(b'\n'))
            .from_writer(&mut bytes);
        let written = (|| {
            if first {
                writer.write_record(T::COLUMNS.iter().map(|column| column.field.name))?;
            }
            for row in rows {
                for column in T::COLUMNS {
                    writer.write_field((column.value)(row).written(options).as_bytes())?;
                }
                writer.write_record(None::<&[u8]>)?;
            }
            writer.flush().map_err(csv::Error::from)
        })();
        drop(writer);
        if let Err(error) = written {
            return Err(Refusal::new("unwritable-table", format!("{} cannot be written: {error}", T::RESOURCE)));
        }
        self.hash.update(&bytes);
        self.bytes += bytes.len();
        Ok((!bytes.is_empty()).then(|| OutputFile::new(format!("{}.csv", T::RESOURCE), "text/csv", bytes)))
    }

    /// Whether anything of the file is written.
    pub const fn is_begun(&self) -> bool {
        self.bytes > 0
    }

    /// What the data package says about the file as written so far.
    pub fn resource(&self, options: &CsvOptions) -> Resource {
        let hash = self.hash.clone().finalize();
        Resource::new::<T>(self.bytes, &hash, options)
    }
}
