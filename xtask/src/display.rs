//! Being laid out.

