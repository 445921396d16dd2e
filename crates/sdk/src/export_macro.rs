/// Makes a library of plugins: `export_plugin!(source Orf, exporter Csv, annotator Topics);`
///
/// Defines the one exported function of the boundary. Use it once in a crate of type `cdylib`.
#[macro_export]
macro_rules! export_plugin {
    ($($kind:ident $plugin:ty),+ $(,)?) => {
        #[cfg(panic = "abort")]
        compile_error!("a plugin must be built with panic = \"unwind\": its panics are caught and reported, not fatal");

        /// The library's plugins, as the host asks for them.
        #[unsafe(no_mangle)]
        pub extern "C" fn rapporteur_plugin_v1() -> *const $crate::boundary::abi::Library {
            static LIBRARY: ::std::sync::OnceLock<$crate::boundary::abi::Library> = ::std::sync::OnceLock::new();
            LIBRARY.get_or_init(|| $crate::boundary::library(vec![$($crate::__plugin!($kind $plugin)),+]))
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __plugin {
    (source $plugin:ty) => {
        $crate::boundary::plugin::<$crate::boundary::AsSource<$plugin>>()
    };
    (exporter $plugin:ty) => {
        $crate::boundary::plugin::<$crate::boundary::AsExporter<$plugin>>()
    };
    (annotator $plugin:ty) => {
        $crate::boundary::plugin::<$crate::boundary::AsAnnotator<$plugin>>()
    };
    // A type that answers messages itself: for tests of what a host makes of strange answers.
    (raw $plugin:ty) => {
        $crate::boundary::plugin::<$plugin>()
    };
}
