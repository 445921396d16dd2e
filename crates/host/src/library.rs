//! Loads a dynamic library and reads what it says about itself.

use std::path::{Path, PathBuf};

use rapporteur_abi as abi;
use rapporteur_core::protocol::Descriptor;
use thiserror::Error;

use crate::descriptor_check::check_descriptor;
use crate::log::{LogTo, host_table};
use crate::whole_file::missing;

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
    /// The system's loader refused it; its own words.
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
        Self::open_logging(path, LogTo::here(stem(path)))
    }

    /// The same, with its log going elsewhere.
    pub(crate) fn open_logging(path: &Path, log_to: LogTo) -> Result<Self, LoadError> {
        if let Some(missing) = missing(path).map_err(|error| LoadError::Loader(error.to_string()))? {
            return Err(LoadError::Loader(missing));
        }
        // SAFETY: loading runs the library's constructors; a native plugin is code the user trusts (header, last paragraph
        // of the contract).
        let library = unsafe { open_library(path) }.map_err(|error| LoadError::Loader(innermost(&error)))?;
        // Never unloaded: thread-local destructors and leaked callbacks of a Rust library outlive any careful unloading.
        let library = Box::leak(Box::new(library));
        // SAFETY: the symbol, if there, has this type: that is what its name promises.
        let entry = unsafe { library.get::<abi::Entry>(abi::ENTRY_SYMBOL) }.map_err(|_| LoadError::NoEntry)?;
        // SAFETY: header: may be called from any thread; returns null or a library description that lives for ever.
        let description =
            unsafe { entry().as_ref() }.ok_or_else(|| not_a_plugin("its entry function returned null"))?;
        let plugins = read_library(description)?;
        Ok(Self { path: path.to_owned(), plugins, host: host_table(log_to) })
    }
}

fn read_library(description: &abi::Library) -> Result<Vec<LoadedPlugin>, LoadError> {
    check_frame(description.magic, description.abi_major)?;
    if (description.struct_size as usize) < size_of::<abi::Library>() {
        return Err(not_a_plugin("its library description is too short"));
    }
    if description.count > 0 && description.plugins.is_null() {
        return Err(not_a_plugin("its list of plugins is null"));
    }
    let mut plugins: Vec<LoadedPlugin> = Vec::new();
    for index in 0..description.count {
        // SAFETY: header, `rpt_library`: `plugins` is an array of `count` addresses, static.
        let plugin = unsafe { (*description.plugins.add(index)).as_ref() };
        let plugin = plugin.ok_or_else(|| not_a_plugin(&format!("plugin {index} is null")))?;
        let plugin = read_plugin(index, plugin)?;
        if plugins.iter().any(|earlier| earlier.descriptor.id == plugin.descriptor.id) {
            let reason = format!("its id {} is that of another plugin of the library", plugin.descriptor.id);
            return Err(LoadError::Descriptor { index, reason });
        }
        plugins.push(plugin);
    }
    Ok(plugins)
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

/// The loader's own words: `libloading` keeps them in the source of its error.
fn innermost(error: &libloading::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

/// What a library is called in the log: its file name without the platform's prefix and ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().trim_start_matches("lib").to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    unsafe extern "C" fn create(
        _: *const abi::Host,
        _: abi::Bytes,
        _: *mut *mut std::ffi::c_void,
        _: *const abi::Sink,
    ) -> i32 {
        0
    }
    unsafe extern "C" fn call(
        _: *mut std::ffi::c_void,
        _: abi::Bytes,
        _: abi::Bytes,
        _: abi::Bytes,
        _: *const abi::Sink,
    ) -> i32 {
        0
    }
    unsafe extern "C" fn destroy(_: *mut std::ffi::c_void) {}

    fn plugin(descriptor: &'static str) -> abi::Plugin {
        abi::Plugin {
            magic: abi::MAGIC,
            struct_size: size_of::<abi::Plugin>() as u32,
            abi_major: abi::ABI_MAJOR,
            abi_minor: 0,
            flags: 0,
            descriptor: abi::Bytes { ptr: descriptor.as_ptr(), len: descriptor.len() },
            create: Some(create),
            call: Some(call),
            destroy: Some(destroy),
        }
    }

    const GOOD: &str =
        r#"{"id":"org.example.x","version":"1","kind":"source","protocol":1,"name":"x","summary":"s","later":true}"#;

    /// What a library of these plugins is read as, after `spoil` had its way with the description.
    fn read(plugins: &[abi::Plugin], spoil: impl FnOnce(&mut abi::Library)) -> String {
        let addresses: Vec<*const abi::Plugin> = plugins.iter().map(std::ptr::from_ref).collect();
        let mut library = abi::Library {
            magic: abi::MAGIC,
            struct_size: size_of::<abi::Library>() as u32,
            abi_major: abi::ABI_MAJOR,
            abi_minor: 0,
            count: addresses.len(),
            plugins: addresses.as_ptr(),
        };
        spoil(&mut library);
        match read_library(&library) {
            Ok(plugins) => plugins.iter().map(|plugin| plugin.descriptor.id.clone()).collect::<Vec<_>>().join(", "),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_plugin_with_fields_of_the_future_is_read() {
        assert_eq!(read(&[plugin(GOOD)], |_| {}), "org.example.x");
    }

    #[test]
    fn wrong_libraries_are_told_apart() {
        assert_eq!(
            read(&[], |library| library.magic = 7),
            "not a plugin of ABI 1: its first bytes are not those of a plugin"
        );
        assert_eq!(
            read(&[], |library| library.abi_major = 2),
            "made for ABI 2, and this program speaks ABI 1; build the plugin again with a current SDK"
        );
        assert_eq!(
            read(&[], |library| library.struct_size = 8),
            "not a plugin of ABI 1: its library description is too short"
        );
        assert_eq!(
            read(&[plugin(GOOD)], |library| library.plugins = std::ptr::null()),
            "not a plugin of ABI 1: its list of plugins is null"
        );
    }

    #[test]
    fn wrong_plugins_are_told_apart() {
        let no_call = abi::Plugin { call: None, ..plugin(GOOD) };
        assert_eq!(read(&[no_call], |_| {}), "plugin 0 of the library: one of its functions is null");
        assert_eq!(
            read(&[plugin(GOOD), plugin(GOOD)], |_| {}),
            "plugin 1 of the library: its id org.example.x is that of another plugin of the library"
        );
        assert_eq!(
            read(&[plugin("{}")], |_| {}),
            "plugin 0 of the library: its descriptor cannot be read: missing field `id` at line 1 column 2"
        );
        let shouting = r#"{"id":"ORG.X","version":"1","kind":"source","protocol":1,"name":"x","summary":"s"}"#;
        assert_eq!(
            read(&[plugin(shouting)], |_| {}),
            "plugin 0 of the library: its id \"ORG.X\" is not of the form \"org.example.name\" (small letters, digits, \
             hyphens, dots between)"
        );
    }
}
