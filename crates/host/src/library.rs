//! Loads a dynamic library and reads what it says about itself.

use std::error::Error as _;
use std::path::{Path, PathBuf};

use rapporteur_abi as abi;
use rapporteur_core::protocol::Descriptor;
use thiserror::Error;

use crate::descriptor_check::check_descriptor;
use crate::log::host_table;

/// A library in memory. It is never unloaded, so everything it points to is static.
#[derive(Debug)]
pub struct LoadedLibrary {
    /// The file it was loaded from.
    pub path: PathBuf,
    /// Its plugins, in the order the library gives them.
    pub plugins: Vec<LoadedPlugin>,
    pub(crate) host: &'static abi::Host,
}

/// One plugin of a library in memory.
#[derive(Debug)]
pub struct LoadedPlugin {
    /// What it says about itself, checked.
    pub descriptor: Descriptor,
    pub(crate) functions: Functions,
}

/// A plugin's three functions, all present.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Functions {
    pub(crate) create:
        unsafe extern "C" fn(*const abi::Host, abi::Bytes, *mut *mut std::ffi::c_void, *const abi::Sink) -> i32,
    pub(crate) call:
        unsafe extern "C" fn(*mut std::ffi::c_void, abi::Bytes, abi::Bytes, abi::Bytes, *const abi::Sink) -> i32,
    pub(crate) destroy: unsafe extern "C" fn(*mut std::ffi::c_void),
}

/// Why a file could not be used as a plugin library.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The system's loader refused it; the whole chain of reasons.
    #[error("{0}")]
    Loader(String),
    /// No entry function.
    #[error("not a plugin of ABI {}: it exports no rapporteur_plugin_v1", abi::ABI_MAJOR)]
    NoEntry,
    /// The entry function is there, and what it returns is something else.
    #[error("not a plugin of ABI {abi}: {0}", abi = abi::ABI_MAJOR)]
    NotAPlugin(String),
    /// Another version of the boundary.
    #[error(
        "made for ABI {found}, and this program speaks ABI {}; build the plugin again with a current SDK",
        abi::ABI_MAJOR
    )]
    WrongAbi {
        /// Its major version.
        found: u16,
    },
    /// A descriptor that says nothing usable.
    #[error("plugin {index} of the library: {reason}")]
    Descriptor {
        /// Place in the library, from 0.
        index: usize,
        /// What is wrong with it.
        reason: String,
    },
}

impl LoadedLibrary {
    /// Loads the library at `path`, an absolute path.
    ///
    /// All symbols are resolved now, so that a missing one is an error here and not the end of the process at a call; none
    /// become visible to other libraries.
    ///
    /// # Errors
    /// [`LoadError`] if the file is no library, no plugin, or a plugin of another ABI.
    pub fn open(path: &Path) -> Result<Self, LoadError> {
        // SAFETY: loading runs the library's constructors; a native plugin is code the user trusts (header, last paragraph
        // of the contract).
        let library = unsafe { open_library(path) }.map_err(|error| LoadError::Loader(chain(&error)))?;
        // Never unloaded: thread-local destructors and leaked callbacks of a Rust library outlive any careful unloading.
        let library = Box::leak(Box::new(library));
        // SAFETY: the symbol, if there, has this type: that is what its name promises.
        let entry = unsafe { library.get::<abi::Entry>(abi::ENTRY_SYMBOL) }.map_err(|_| LoadError::NoEntry)?;
        // SAFETY: header: may be called from any thread; returns null or a library description that lives for ever.
        let description =
            unsafe { entry().as_ref() }.ok_or_else(|| not_a_plugin("its entry function returned null"))?;
        check_frame(description.magic, description.abi_major)?;
        if (description.struct_size as usize) < size_of::<abi::Library>() {
            return Err(not_a_plugin("its library description is too short"));
        }
        if description.count > 0 && description.plugins.is_null() {
            return Err(not_a_plugin("its list of plugins is null"));
        }
        let mut plugins = Vec::new();
        for index in 0..description.count {
            // SAFETY: header, `rpt_library`: `plugins` is an array of `count` addresses, static.
            let plugin = unsafe { (*description.plugins.add(index)).as_ref() };
            let plugin = plugin.ok_or_else(|| not_a_plugin(&format!("plugin {index} is null")))?;
            plugins.push(read_plugin(index, plugin)?);
        }
        Ok(Self { path: path.to_owned(), plugins, host: host_table(&stem(path)) })
    }
}

fn read_plugin(index: usize, plugin: &abi::Plugin) -> Result<LoadedPlugin, LoadError> {
    check_frame(plugin.magic, plugin.abi_major)?;
    if (plugin.struct_size as usize) < size_of::<abi::Plugin>() {
        return Err(not_a_plugin(&format!("the description of plugin {index} is too short")));
    }
    let wrong = |reason: String| LoadError::Descriptor { index, reason };
    let bytes = plugin.descriptor;
    if bytes.ptr.is_null() {
        return Err(wrong("its descriptor is null".to_owned()));
    }
    // SAFETY: header, `rpt_plugin`: the descriptor is static JSON of this length.
    let bytes = unsafe { std::slice::from_raw_parts(bytes.ptr, bytes.len) };
    let descriptor: Descriptor =
        serde_json::from_slice(bytes).map_err(|error| wrong(format!("its descriptor cannot be read: {error}")))?;
    check_descriptor(&descriptor).map_err(wrong)?;
    let functions = match (plugin.create, plugin.call, plugin.destroy) {
        (Some(create), Some(call), Some(destroy)) => Functions { create, call, destroy },
        _ => return Err(wrong("one of its functions is null".to_owned())),
    };
    Ok(LoadedPlugin { descriptor, functions })
}

fn check_frame(magic: u64, abi_major: u16) -> Result<(), LoadError> {
    if magic != abi::MAGIC {
        return Err(not_a_plugin("its first bytes are not those of a plugin"));
    }
    if abi_major != abi::ABI_MAJOR {
        return Err(LoadError::WrongAbi { found: abi_major });
    }
    Ok(())
}

fn not_a_plugin(reason: &str) -> LoadError {
    LoadError::NotAPlugin(reason.to_owned())
}

#[cfg(unix)]
unsafe fn open_library(path: &Path) -> Result<libloading::Library, libloading::Error> {
    use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
    // SAFETY: by the caller.
    unsafe { Library::open(Some(path), RTLD_NOW | RTLD_LOCAL) }.map(Into::into)
}

#[cfg(not(unix))]
unsafe fn open_library(path: &Path) -> Result<libloading::Library, libloading::Error> {
    // SAFETY: by the caller.
    unsafe { libloading::Library::new(path) }
}

/// An error with its causes: `libloading` keeps the loader's own words in the source.
fn chain(error: &libloading::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let words = inner.to_string();
        if !text.contains(&words) {
            text = format!("{text}: {words}");
        }
        cause = inner.source();
    }
    text
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().trim_start_matches("lib").to_owned()).unwrap_or_default()
}
