//! The whole data model, both ways.

use std::collections::{BTreeMap, HashMap};

use ::serde::de::IgnoredAny;
use owned::serde::{Serde, from_python};

use super::{
    Adjacent, External, Flat, FlatEnum, Internal, Item, Newtype, Order, Pair, Raw, Unit, Untagged, round, taken,
};
use crate::made;
use crate::support::{flat, python};

#[test]
fn the_whole_data_model() {
    python(|py| {
        flat(py, |_| {
            round(py, (true, -1_i8, -300_i16, i32::MIN, i64::MIN), "(True, -1, -300, -2**31, -2**63)");
            round(py, (u8::MAX, u16::MAX, u32::MAX, u64::MAX), "(255, 65535, 2**32 - 1, 2**64 - 1)");
            round(py, (i128::MIN, u128::MAX), "(-2**127, 2**128 - 1)");
            round(
                py,
                (1.5_f32, -0.0_f64, f64::INFINITY, 'ü', "text".to_string()),
                "(1.5, -0.0, float('inf'), 'ü', 'text')",
            );
            round(py, Raw(b"a\0".to_vec()), "b'a\\0'");
            taken(py, "bytearray(b'ab')", Raw(b"ab".to_vec()));
            taken(py, "memoryview(b'ab')", Raw(b"ab".to_vec()));
            round(py, (None::<u8>, Some(1_u8), (), Unit, Newtype(2)), "(None, 1, None, None, 2)");
            round(py, Pair(1, "b".into()), "(1, 'b')");
            round(py, vec![Some(vec![1_u8]), None], "[[1], None]");
            round(
                py,
                Order { items: vec![Item { name: "ink".into(), count: 2 }], note: None },
                "{'items': [{'name': 'ink', 'how many': 2}], 'note': None}",
            );
            let keys = BTreeMap::from([((1_u8, 'a'), true), ((2, 'b'), false)]);
            round(py, keys, "{(1, 'a'): True, (2, 'b'): False}");
            round(py, HashMap::from([(Some(3_i64), ())]), "{3: None}");
            round(
                py,
                [External::Unit, External::Newtype(1), External::Tuple(1, 2), External::Struct { a: 3 }],
                "('Unit', {'Newtype': 1}, {'Tuple': (1, 2)}, {'Struct': {'a': 3}})",
            );
            taken(py, "{'Unit': None}", External::Unit);

            round(py, Internal::Unit, "{'kind': 'Unit'}");
            round(
                py,
                Internal::Newtype(Item { name: "n".into(), count: 1 }),
                "{'kind': 'Newtype', 'name': 'n', 'how many': 1}",
            );
            round(
                py,
                Internal::Struct { values: vec![1], more: Some(0.5) },
                "{'kind': 'Struct', 'values': [1], 'more': 0.5}",
            );
            round(
                py,
                (Adjacent::Unit, Adjacent::Tuple(1, 2)),
                "({'kind': 'Unit'}, {'kind': 'Tuple', 'content': (1, 2)})",
            );
            let many = Untagged::Many(vec![
                Untagged::Nothing,
                Untagged::Flag(true),
                Untagged::Small(-3),
                Untagged::Number(0.5),
                Untagged::Text("t".into()),
                Untagged::Pair(1, u64::MAX),
                Untagged::Struct { x: 1.5 },
            ]);
            round(py, many, "[None, True, -3, 0.5, 't', (1, 2**64 - 1), {'x': 1.5}]");
            let item = Item { name: "n".into(), count: 1 };
            let flat = Flat { id: 1, item, rest: BTreeMap::from([("z".into(), 26)]) };
            round(py, flat, "{'id': 1, 'name': 'n', 'how many': 1, 'z': 26}");
            let flat = FlatEnum { id: 1, which: Internal::Struct { values: vec![2, 3], more: None } };
            round(py, flat, "{'id': 1, 'kind': 'Struct', 'values': [2, 3], 'more': None}");

            // Whatever can be iterated, whatever is a mapping.
            taken(py, "(n for n in range(3))", vec![0_u8, 1, 2]);
            taken(py, "{5}", (5_u8,));
            taken(py, "co.deque([True])", Untagged::Many(vec![Untagged::Flag(true)]));
            taken(py, "co.ChainMap({'name': 'n'}, {'ignored': {1}})", Item { name: "n".into(), count: 0 });
            taken(py, "co.OrderedDict(a=1)", BTreeMap::from([("a".to_string(), 1_u8)]));
            taken(py, "type('I', (), {'__index__': lambda self: 5})()", Untagged::Small(5));
            taken(py, "type('S', (str,), {})('t')", Untagged::Text("t".into()));
            from_python::<IgnoredAny>(&made(py, "object()")?).map(drop)
        });
        Ok(())
    });
}

#[owned::module]
mod shop {
    use super::*;

    #[function]
    fn named(order: Serde<Order>) -> Serde<Vec<String>> {
        Serde(order.0.items.into_iter().map(|item| item.name).collect())
    }
}

#[test]
fn arguments_and_results() {
    python(|py| {
        let shop = owned::load!(py, shop)?;
        let order = made(py, "{'items': [{'name': 'ink'}, {'name': 'pen'}], 'note': 'now'}")?;
        assert_eq!(shop.call_method("named", (&order,))?.extract::<Vec<String>>()?, ["ink", "pen"]);
        let wrong = made(py, "{'items': [{'name': 'ink'}, {'name': None}]}")?;
        let error = shop.call_method("named", (wrong,)).expect_err("it is refused").to_string();
        assert_eq!(error, "TypeError: named() argument 'order': .items[1].name: expected str, got NoneType");
        Ok(())
    });
}
