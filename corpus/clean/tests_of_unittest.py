"""A suite of tests that is made and run in the process, with a failure in it."""

import io
import unittest
from unittest import mock


class Case(unittest.TestCase):
    def setUp(self):
        self.box = [self]
        self.addCleanup(self.box.clear)

    def runTest(self):
        with self.subTest("one"):
            self.assertEqual(self.box, [])
        double = mock.Mock(return_value=[3])
        double.part.method(double)
        self.assertEqual(double(), [3])
        double.part.method.assert_called_once_with(double)


def step():
    result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.TestSuite([Case(), Case()]))
    assert result.testsRun == 2 and len(result.failures) == 2
