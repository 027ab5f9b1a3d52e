//! Checksums of blocks, computed while other threads run. The block is held once more for the computation, by a thread that
//! is detached then.

#[owned::module]
mod block_checksum_bug {
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
        py.detach(|| {
            // SAFETY: `checksum` was called attached.
            let py = unsafe { Python::assume_attached() }; // BUG
            let data = block.bind(py).to_owned(); // BUG
            adler32(data.as_slice())
        })
    }
}
