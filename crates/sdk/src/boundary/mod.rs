//! The plugin's side of the C boundary. Used by [`export_plugin!`](crate::export_plugin); not for plugin authors.
//!
//! *Invariant:* nothing unwinds out of here, and nothing lent by the host is kept beyond the call, the host table excepted,
//! which the header promises for the life of the process.

mod as_annotator;
mod as_exporter;
mod as_source;
mod host;
mod log;
mod panics;
mod reply;
mod serve;
mod thunks;

pub use as_annotator::AsAnnotator;
pub use as_exporter::AsExporter;
pub use as_source::AsSource;
pub use host::cancelled;
pub use rapporteur_abi as abi;
pub use serve::{Answer, Serve};

/// The library of these plugins. Lives as long as the process.
pub fn library(plugins: Vec<abi::Plugin>) -> abi::Library {
    let addresses: Vec<*const abi::Plugin> =
        plugins.into_iter().map(|plugin| Box::into_raw(Box::new(plugin)).cast_const()).collect();
    let addresses: &'static [*const abi::Plugin] = addresses.leak();
    abi::Library {
        magic: abi::MAGIC,
        struct_size: size_of::<abi::Library>() as u32,
        abi_major: abi::ABI_MAJOR,
        abi_minor: abi::ABI_MINOR,
        count: addresses.len(),
        plugins: addresses.as_ptr(),
    }
}

/// One plugin of a library. Its descriptor lives as long as the process.
pub fn plugin<P: Serve>() -> abi::Plugin {
    let descriptor: &'static [u8] = serde_json::to_vec(&P::descriptor()).unwrap_or_default().leak();
    abi::Plugin {
        magic: abi::MAGIC,
        struct_size: size_of::<abi::Plugin>() as u32,
        abi_major: abi::ABI_MAJOR,
        abi_minor: abi::ABI_MINOR,
        flags: 0,
        descriptor: abi::Bytes { ptr: descriptor.as_ptr(), len: descriptor.len() },
        create: Some(thunks::create::<P>),
        call: Some(thunks::call::<P>),
        destroy: Some(thunks::destroy::<P>),
    }
}
