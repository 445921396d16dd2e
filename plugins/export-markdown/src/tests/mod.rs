mod brief;
mod properties;
mod reader;
mod sample;
mod small;
