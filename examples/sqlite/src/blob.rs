//! `Blob`: bytes of a row, read and written where they are.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};

use owned::prelude::*;
use owned::types::{BufferMut, Slice};

use crate::connection::Connection;
use crate::convert;
use crate::db::database::Retired;
use crate::db::{self, Database, Key, Session};

/// Bytes of a row of a table, like a file. Their number cannot change.
#[class(weakref)]
pub struct Blob {
    connection: Py<Connection>,
    #[traverse(skip = "a connection and a number, behind a lock; SQLite knows no Python")]
    held: Mutex<Option<Held>>,
    place: AtomicUsize,
}

/// The blob, which is let go of with this.
struct Held {
    database: Arc<Database>,
    key: Key,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.database.retire(Retired::Blob(self.key));
    }
}

impl Blob {
    pub(crate) fn new(connection: Py<Connection>, database: Arc<Database>, key: Key) -> Self {
        Blob { connection, held: Mutex::new(Some(Held { database, key })), place: AtomicUsize::new(0) }
    }

    /// Does something with the blob, which is open, and its length.
    fn with<R>(&self, py: Python<'_>, f: impl FnOnce(&Session<'_, '_>, Key, usize) -> Result<R>) -> Result<R> {
        let connection = self.connection.bind(py);
        let database = connection.get().database()?;
        let key = self.held.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|held| held.key);
        database.run(py, |session| {
            let key = key.ok_or(db::Error::Gone)?;
            f(session, key, session.blob_size(key)?)
        })
    }

    fn read_at(session: &Session<'_, '_>, key: Key, from: usize, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        session.read_blob(key, from, &mut bytes)?;
        Ok(bytes)
    }

    fn write_at(session: &Session<'_, '_>, key: Key, from: usize, room: usize, bytes: &[u8]) -> Result<()> {
        if bytes.len() > room {
            return Err(ValueError::new("data longer than blob length"));
        }
        Ok(session.write_blob(key, from, bytes)?)
    }
}

#[methods]
impl Blob {
    /// Read so many bytes from the current place on; all that are left by default.
    #[signature(length = -1, /)]
    fn read<'py>(&self, py: Python<'py>, length: isize) -> Result<Owned<'py, Bytes>> {
        self.with(py, |session, key, size| {
            let from = self.place.load(Relaxed).min(size);
            let length = usize::try_from(length).map_or(size - from, |length| length.min(size - from));
            let bytes = Self::read_at(session, key, from, length)?;
            self.place.store(from + length, Relaxed);
            Bytes::new(py, &bytes)
        })
    }

    /// Read into memory that can be written to, as much as fits; returns how many bytes.
    #[signature(buffer, /)]
    fn readinto(&self, buffer: BufferMut<'_, u8>) -> Result<usize> {
        self.with(buffer.exporter().py(), |session, key, size| {
            let from = self.place.load(Relaxed).min(size);
            let length = buffer.len().min(size - from);
            let mut bytes = buffer.to_vec()?;
            session.read_blob(key, from, &mut bytes[..length])?;
            buffer.copy_from(&bytes)?;
            self.place.store(from + length, Relaxed);
            Ok(length)
        })
    }

    /// Write bytes over those at the current place.
    #[signature(data, /)]
    #[hint(data: "typing_extensions.Buffer")]
    fn write(&self, data: Borrowed<'_, '_, Any>) -> Result<()> {
        self.with(data.py(), |session, key, size| {
            let from = self.place.load(Relaxed).min(size);
            convert::with_bytes(&data, |bytes| {
                Self::write_at(session, key, from, size - from, bytes)?;
                self.place.store(from + bytes.len(), Relaxed);
                Ok(())
            })?
        })
    }

    /// Go to a place: from the start (0), the current one (1) or the end (2).
    #[signature(offset, origin = 0, /)]
    fn seek(&self, py: Python<'_>, offset: isize, origin: i32) -> Result<()> {
        self.with(py, |_, _, size| {
            let origin = match origin {
                0 => 0,
                1 => self.place.load(Relaxed),
                2 => size,
                _ => return Err(ValueError::new("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")),
            };
            match origin.checked_add_signed(offset).filter(|&place| place <= size) {
                Some(place) => {
                    self.place.store(place, Relaxed);
                    Ok(())
                }
                None => Err(ValueError::new("offset out of blob range")),
            }
        })
    }

    /// The current place.
    fn tell(&self, py: Python<'_>) -> Result<usize> {
        self.with(py, |_, _, _| Ok(self.place.load(Relaxed)))
    }

    /// Close it. A closed blob stays closed.
    fn close(&self, py: Python<'_>) -> Result<()> {
        self.connection.bind(py).get().database()?;
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(held);
        Ok(())
    }

    fn __len__(&self, py: Python<'_>) -> Result<usize> {
        self.with(py, |_, _, size| Ok(size))
    }

    fn __getitem__<'py>(&self, key: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {
        let py = key.py();
        self.with(py, |session, blob, size| match key.downcast::<Slice>() {
            Ok(slice) => {
                let places = slice.indices(size)?.positions();
                let all = Self::read_at(session, blob, 0, size)?;
                let bytes: Vec<u8> = places.map(|at| all[at]).collect();
                Ok(Bytes::new(py, &bytes)?.into_any())
            }
            Err(_) => {
                let byte = Self::read_at(session, blob, index(key, size)?, 1)?[0];
                Ok(byte.into_py(py)?.into_any())
            }
        })
    }

    fn __setitem__(&self, key: Borrowed<'_, '_, Any>, value: Borrowed<'_, '_, Any>) -> Result<()> {
        self.with(key.py(), |session, blob, size| match key.downcast::<Slice>() {
            Ok(slice) => {
                let places: Vec<usize> = slice.indices(size)?.positions().collect();
                let mut all = Self::read_at(session, blob, 0, size)?;
                convert::with_bytes(&value, |bytes| {
                    if bytes.len() != places.len() {
                        return Err(IndexError::new("Blob slice assignment is wrong size"));
                    }
                    places.iter().zip(bytes).for_each(|(&at, &byte)| all[at] = byte);
                    Ok(session.write_blob(blob, 0, &all)?)
                })?
            }
            Err(_) => {
                let at = index(key, size)?;
                let Ok(byte) = value.extract::<i64>() else {
                    let name = value.type_name();
                    return Err(TypeError::new(format!("'{name}' object cannot be interpreted as an integer")));
                };
                let byte = u8::try_from(byte).map_err(|_| ValueError::new("byte must be in range(0, 256)"))?;
                Ok(session.write_blob(blob, at, &[byte])?)
            }
        })
    }

    fn __enter__<'py>(slf: Borrowed<'_, 'py, Self>) -> Result<Owned<'py, Self>> {
        slf.get().with(slf.py(), |_, _, _| Ok(()))?;
        Ok(slf.to_owned())
    }

    #[signature(*_exception)]
    fn __exit__(&self, py: Python<'_>, _exception: Py<Tuple>) -> Result<()> {
        self.close(py)
    }
}

fn index(key: Borrowed<'_, '_, Any>, size: usize) -> Result<usize> {
    if !key.is_index() {
        return Err(TypeError::new("Blob indices must be integers"));
    }
    let at: isize = key.extract()?;
    let at = if at < 0 { size.checked_add_signed(at) } else { usize::try_from(at).ok() };
    at.filter(|&at| at < size).ok_or_else(|| IndexError::new("Blob index out of range"))
}
