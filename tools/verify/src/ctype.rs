//! How a C type travels between a probe and a call.

use owned_contracts::{Function, Kind, Return, is_pointer};

use crate::generate::Const;

/// The letter of a parameter in `Case.kinds` (`csrc/harness.h`).
pub(crate) fn letter(kind: &Kind) -> char {
    match kind {
        Kind::Borrow(_) | Kind::Keep(_) | Kind::Steal(_) | Kind::StealOnSuccess(_) => 'O',
        Kind::Replace(_) => 'R',
        Kind::Array(_) => 'A',
        Kind::OutNew(_) | Kind::OutBorrowed(..) => 'N',
        Kind::Value(c) => value(c),
    }
}

/// The letter of a result: an object, or that of its C type; `V` for none.
pub(crate) fn result_letter(result: &Return) -> char {
    match result {
        Return::New(_) | Return::Borrowed(..) => 'O',
        Return::Status | Return::ThreeWay => 'I',
        Return::Value(c) if c == "void" => 'V',
        Return::Value(c) => match value(c) {
            'C' => 'V', // a complex number says nothing about failure
            letter => letter,
        },
    }
}

/// The C type of a parameter, as in a prototype.
pub(crate) fn of_parameter(kind: &Kind) -> String {
    match kind {
        Kind::Value(c) => c.clone(),
        Kind::Array(ty) => format!("{}const *", ty.c_type()),
        _ => {
            let ty = kind.object().expect("all other kinds have one").c_type();
            if kind.is_indirect() { format!("{ty}*") } else { ty }
        }
    }
}

/// The C type of the result.
pub(crate) fn of_result(result: &Return) -> String {
    match result {
        Return::New(ty) | Return::Borrowed(_, ty) => ty.c_type(),
        Return::Status | Return::ThreeWay => "int".into(),
        Return::Value(c) => c.clone(),
    }
}

/// `PyObject *(*)(PyObject *, int)`, with a name inside.
pub(crate) fn pointer_to(function: &Function, name: &str, strict: Const) -> String {
    let of = |kind: &Kind| match (strict, kind) {
        (Const::Fewer, Kind::Value(c)) => c.strip_prefix("const ").unwrap_or(c).to_owned(),
        (Const::More, Kind::Borrow(_)) => format!("const {}", of_parameter(kind)),
        _ => of_parameter(kind),
    };
    let params: Vec<String> = function.params.iter().map(|param| of(&param.kind)).collect();
    let params = if params.is_empty() { "void".to_owned() } else { params.join(", ") };
    format!("{} (*{name})({params})", of_result(&function.result))
}

fn value(c: &str) -> char {
    let c = c.trim();
    let bare = c.strip_prefix("const ").unwrap_or(c);
    match bare {
        "double" | "float" => 'D',
        "Py_complex" => 'C',
        _ if is_pointer(c) => 'P',
        _ => 'I',
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn types_are_told_by_their_spelling() {
        let pairs = [("int", 'I'), ("const char *", 'P'), ("double", 'D'), ("void (*f)(void)", 'P'), ("Py_UCS4", 'I')];
        for (c, letter) in pairs {
            assert_eq!(value(c), letter, "{c}");
        }
    }
}
