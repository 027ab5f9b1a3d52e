//! Checksums of blocks, computed while other threads run.

#[owned::module]
mod block_checksum_twin {
    use owned::prelude::*;

    fn adler32(data: &[u8]) -> u32 {
        let (mut low, mut high) = (1_u32, 0_u32);
        for &byte in data {
            low = (low + u32::from(byte)) % 65_521;
            high = (high + low) % 65_521;
        }
        high << 16 | low
    }

    /// The Adler-32 of a block.
    #[function]
    fn checksum(py: Python<'_>, block: Py<Bytes>) -> u32 {
        let data = block.bind(py).to_owned();
        let data = data.as_slice();
        py.detach(|| adler32(data))
    }
}
