"""Trees that are parsed, changed and compiled."""

import ast


class Doubler(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.BinOp(node, ast.Mult(), ast.Constant(2)), node)


def step():
    tree = ast.parse("1 + 2 * 3", mode="eval")
    doubled = ast.fix_missing_locations(ast.Expression(Doubler().visit(tree.body)))
    assert eval(compile(doubled, "<tree>", "eval")) == 26
    assert len(list(ast.walk(doubled))) > 5 and ast.unparse(tree)
    try:
        ast.parse("1 +")
    except SyntaxError as error:
        assert error.lineno == 1
