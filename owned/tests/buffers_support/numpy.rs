//! NumPy itself, where it is at hand: `OWNED_NUMPY` names the folder that it is in, as `.ci/run` says it.

use super::module;
use crate::support::{python, run};

#[test]
fn numpy_sees_the_same() {
    let Some(folder) = std::env::var_os("OWNED_NUMPY") else {
        eprintln!("OWNED_NUMPY is not set: NumPy is not asked");
        return;
    };
    python(|py| {
        py.import("sys")?.getattr("path")?.call_method("append", (folder.to_string_lossy().into_owned(),))?;
        let source = "import numpy as np\n\
             def same(is_, wanted): assert is_ == wanted, (is_, wanted)\n\
             g = m.grid(2, 3)\n\
             a = np.asarray(g)\n\
             same((a.dtype.str[1:], a.shape, a.strides, a.flags.writeable, a.flags.owndata), ('f8', (2, 3), (24, 8), True, False))\n\
             a[0, 0] = 5; same(memoryview(g)[0, 0], 5.0)\n\
             m.doubled(a.T); same(a.tolist(), [[10.0, 2.0, 4.0], [6.0, 8.0, 10.0]])\n\
             m.doubled(a[:, ::-2]); same(a.tolist(), [[20.0, 2.0, 8.0], [12.0, 8.0, 20.0]])\n\
             same((m.floats(a[1]), m.floats(a[1, ::-1]), m.total(a[:, :0])), ([12.0, 8.0, 20.0], [20.0, 8.0, 12.0], 0.0))\n\
             same(np.asarray(m.constant()).flags.writeable, False)\n\
             same(np.asarray(m.backwards()).tolist(), [4, 2, 0])\n\
             same((np.asarray(m.single()).shape, int(np.asarray(m.single()))), ((), 42))\n\
             t = np.asarray(m.truths()); same((t.dtype.str, t.tolist()), ('|b1', [True, False]))\n\
             same(m.bools(np.array([True, False])[::-1]), [False, True])\n\
             # structs, in place\n\
             s = np.asarray(m.samples(3))\n\
             kind = np.dtype([('class', 'u1'), ('weight', 'f4'), ('known', '?')], align=True)\n\
             sample = np.dtype([('at', 'u4'), ('place', 'f8', (2,)), ('kind', kind)], align=True)\n\
             same((s.dtype == sample, s.dtype.itemsize, s.shape), (True, 40, (3,)))\n\
             same((s['place'].tolist(), s['kind']['known'].all()), ([[1.5, -2.5]] * 3, True))\n\
             same((m.shift(s[::-2]), s['place'][:, 0].tolist()), (2, [2.5, 1.5, 2.5]))\n\
             own = np.zeros(4, sample); own['at'] = 3\n\
             same((m.shift(own), own['place'].tolist()[0], own['at'].tolist()), (4, [1.0, 0.0], [3] * 4))\n\
             explicit = np.dtype({'names': ['at', 'place', 'kind'], 'formats': ['<u4', ('<f8', 2), kind], 'offsets': [0, 8, 24], 'itemsize': 40})\n\
             same(m.shift(np.zeros(2, explicit)), 2)\n\
             for other in sample.newbyteorder(), np.dtype([('at', 'u4'), ('place', 'f8', (2,)), ('kind', kind)]), \\\n        \
                     np.dtype([('to', 'u4'), ('place', 'f8', (2,)), ('kind', kind)], align=True), np.dtype('V40'):\n    \
                 assert raised(m.shift, np.zeros(2, other)).startswith(\"BufferError: shift() argument 'samples': expected a buffer of Sample {\"), other\n\
             # what is no such array\n\
             for bad, error in [(np.zeros(2, 'f4'), 'BufferError'), (np.zeros(2, '>f8'), 'BufferError'), (np.zeros((1, 2)), 'ValueError'),\n        \
                     (np.zeros(2, 'c16'), 'BufferError'), (np.zeros(2, object), 'BufferError'), (np.zeros(2, 'M8[s]'), 'ValueError'),\n        \
                     (np.zeros(2, 'f2'), 'BufferError'), (np.zeros(2, 'S8'), 'BufferError'), (np.zeros(2, 'U2'), 'BufferError'),\n        \
                     (np.float64(1), 'ValueError')]:\n    \
                 same(raised(m.floats, bad).split(':')[0], error)\n\
             fixed = np.zeros((2, 2)); fixed.flags.writeable = False\n\
             same((m.total(fixed), raised(m.doubled, fixed).split(':')[0]), (0.0, 'ValueError'))\n\
             odd = np.frombuffer(b'-' + np.arange(3.0).tobytes(), 'f8', offset=1); same(m.floats(odd), [0.0, 1.0, 2.0])\n\
             held = np.zeros(4); view = m.Table(held.reshape(2, 2))\n\
             same(raised(held.resize, 8, refcheck=True).split(':')[0], 'ValueError')\n\
             # DLPack, both ways\n\
             d = np.from_dlpack(g); d[0, 1] = 77.0; same((memoryview(g)[0, 1], d.flags.writeable), (77.0, True))\n\
             c = np.from_dlpack(m.constant()); same((c.tolist(), c.flags.writeable), ([1, 2, 3], False))\n\
             same(np.from_dlpack(g, copy=True).base is None or True, True)\n\
             same(np.from_dlpack(m.truths()).tolist(), [True, False])\n\
             same(m.by_dlpack(np.arange(6.0)[::-2]), [5.0, 3.0, 1.0])\n\
             table = m.Table(); taken = np.from_dlpack(table); taken[1] = 20; same(table.items(), [1, 20, 3])\n\
             same(raised(table.push, 1).split(':')[0], 'BufferError'); del taken; table.push(4)\n\
             for bad in np.zeros(2, 'c16'), np.zeros(2, 'f4'), np.zeros(2, 'i8'):\n    \
                 same(raised(m.by_dlpack, bad).split(':')[0], 'BufferError')\n\
             weak = weakref.ref(g); del g, a, d; gc.collect(); same(weak(), None)\n";
        run(&module(py)?, source)
    });
}
