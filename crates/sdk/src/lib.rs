//! What a plugin author depends on: the Source and Exporter traits and export_plugin!.
