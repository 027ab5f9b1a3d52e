//! Drawings made in Inkscape: elements and their pixels.
