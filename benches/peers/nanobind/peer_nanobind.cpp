// The module that is compared, as a user of nanobind writes it.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string_view.h>

#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace nb = nanobind;
using namespace nb::literals;

static constexpr int64_t COUNT = 100;
static constexpr std::string_view TEXT =
    "All of these words are here so that this text is a hundred characters long, no more and no fewer; ok";

struct Point {
    double x, y;
    double norm() const { return x * x + y * y; }
    Point plus(const Point &other) const { return {x + other.x, y + other.y}; }
};

struct Holder {
    nb::object value;
};

// What its documentation has for classes that hold references.
static int holder_traverse(PyObject *self, visitproc visit, void *arg) {
#if PY_VERSION_HEX >= 0x03090000
    Py_VISIT(Py_TYPE(self));
#endif
    if (nb::inst_ready(self)) {
        Py_VISIT(nb::inst_ptr<Holder>(self)->value.ptr());
    }
    return 0;
}

static int holder_clear(PyObject *self) {
    nb::inst_ptr<Holder>(self)->value.reset();
    return 0;
}

static PyType_Slot holder_slots[] = {
    {Py_tp_traverse, (void *)holder_traverse},
    {Py_tp_clear, (void *)holder_clear},
    {0, nullptr},
};

template <typename Items> static int64_t sum(Items numbers) {
    int64_t sum = 0;
    for (nb::handle number : numbers) {
        sum += nb::cast<int64_t>(number);
    }
    return sum;
}

NB_MODULE(peer_nanobind, m) {
    m.def("nothing", [] {});
    m.def("add", [](int64_t a, int64_t b) { return a + b; });
    m.def("scaled", [](int64_t x, int64_t y, int64_t z) { return x * y + z; }, "x"_a, "y"_a = 2, "z"_a = 3);
    m.def("length", [](std::string_view text) { return text.size(); });
    m.def("text", [] { return TEXT; });
    m.def("sum_list", &sum<nb::list>);
    m.def("sum_tuple", &sum<nb::tuple>);
    m.def("sum_iter", &sum<nb::iterable>);
    m.def("make_list", [] {
        nb::list list;
        for (int64_t n = 0; n < COUNT; n++) {
            list.append(1000 + 7 * n);
        }
        return list;
    });
    m.def("make_dict", [] {
        nb::dict dict;
        for (int64_t n = 0; n < COUNT; n++) {
            dict[nb::int_(1000 + n)] = 2000 + 7 * n;
        }
        return dict;
    });
    m.def("apply", [](nb::callable function, int64_t count) {
        int64_t sum = 0;
        for (int64_t n = 0; n < count; n++) {
            sum += nb::cast<int64_t>(function(n));
        }
        return sum;
    });
    m.def("fail", [] { throw nb::value_error("it failed"); });

    nb::class_<Point>(m, "Point")
        .def(nb::init<double, double>(), "x"_a, "y"_a)
        .def_rw("x", &Point::x)
        .def_ro("y", &Point::y)
        .def("norm", &Point::norm)
        .def("plus", &Point::plus);
    nb::class_<Holder>(m, "Holder", nb::type_slots(holder_slots))
        .def(nb::init<nb::object>(), "value"_a.none())
        .def_rw("value", &Holder::value);
}
