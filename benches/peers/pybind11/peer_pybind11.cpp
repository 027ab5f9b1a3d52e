// The module that is compared, as a user of pybind11 writes it.
#include <pybind11/pybind11.h>

#include <cstdint>
#include <string_view>

namespace py = pybind11;
using namespace py::literals;

static constexpr int64_t COUNT = 100;
static constexpr std::string_view TEXT =
    "All of these words are here so that this text is a hundred characters long, no more and no fewer; ok";

struct Point {
    double x, y;
    double norm() const { return x * x + y * y; }
    Point plus(const Point &other) const { return {x + other.x, y + other.y}; }
};

struct Holder {
    py::object value;
};

// What its documentation has for classes that hold references.
static void collected(PyHeapTypeObject *heap_type) {
    auto *type = &heap_type->ht_type;
    type->tp_flags |= Py_TPFLAGS_HAVE_GC;
    type->tp_traverse = [](PyObject *self_base, visitproc visit, void *arg) {
#if PY_VERSION_HEX >= 0x03090000
        Py_VISIT(Py_TYPE(self_base));
#endif
        if (py::detail::is_holder_constructed(self_base)) {
            Py_VISIT(py::cast<Holder &>(py::handle(self_base)).value.ptr());
        }
        return 0;
    };
    type->tp_clear = [](PyObject *self_base) {
        if (py::detail::is_holder_constructed(self_base)) {
            py::cast<Holder &>(py::handle(self_base)).value = py::none();
        }
        return 0;
    };
}

template <typename Items> static int64_t sum(const Items &numbers) {
    int64_t sum = 0;
    for (py::handle number : numbers) {
        sum += number.cast<int64_t>();
    }
    return sum;
}

PYBIND11_MODULE(peer_pybind11, m) {
    m.def("nothing", [] {});
    m.def("add", [](int64_t a, int64_t b) { return a + b; });
    m.def("scaled", [](int64_t x, int64_t y, int64_t z) { return x * y + z; }, "x"_a, "y"_a = 2, "z"_a = 3);
    m.def("length", [](std::string_view text) { return text.size(); });
    m.def("text", [] { return TEXT; });
    m.def("sum_list", &sum<py::list>);
    m.def("sum_tuple", &sum<py::tuple>);
    m.def("sum_iter", &sum<py::iterable>);
    m.def("make_list", [] {
        py::list list(COUNT);
        for (int64_t n = 0; n < COUNT; n++) {
            list[n] = 1000 + 7 * n;
        }
        return list;
    });
    m.def("make_dict", [] {
        py::dict dict;
        for (int64_t n = 0; n < COUNT; n++) {
            dict[py::int_(1000 + n)] = 2000 + 7 * n;
        }
        return dict;
    });
    m.def("apply", [](const py::function &function, int64_t count) {
        int64_t sum = 0;
        for (int64_t n = 0; n < count; n++) {
            sum += function(n).cast<int64_t>();
        }
        return sum;
    });
    m.def("fail", [] { throw py::value_error("it failed"); });

    py::class_<Point>(m, "Point")
        .def(py::init<double, double>(), "x"_a, "y"_a)
        .def_readwrite("x", &Point::x)
        .def_readonly("y", &Point::y)
        .def("norm", &Point::norm)
        .def("plus", &Point::plus);
    py::class_<Holder>(m, "Holder", py::custom_type_setup(collected))
        .def(py::init<py::object>(), "value"_a)
        .def_readwrite("value", &Holder::value);
}
