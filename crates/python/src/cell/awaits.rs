//! `await` outside of functions, which notebooks allow: there it becomes a call that runs what is awaited to its end.
//!
//! What it is not: `async for` and `async with` there, or the running (`lib/_kindling_shell.py`). Start reading at
//! [`as_calls`].

use ruff_python_ast::{
    Expr, Stmt,
    visitor::transformer::{Transformer, walk_expr, walk_stmt},
};
use ruff_text_size::Ranged;

use super::echoes::call_of;

/// The builtin that is called.
const RUN: &str = "__kindling_await__";

/// Puts calls in the place of what a cell's own statements await.
pub(super) fn as_calls(statements: &mut [Stmt]) {
    statements.iter_mut().for_each(|statement| AsCalls.visit_stmt(statement));
}

struct AsCalls;

impl Transformer for AsCalls {
    fn visit_stmt(&self, statement: &mut Stmt) {
        // Functions await for themselves.
        if !matches!(statement, Stmt::FunctionDef(_)) {
            walk_stmt(self, statement);
        }
    }

    fn visit_expr(&self, expression: &mut Expr) {
        if matches!(expression, Expr::Lambda(_)) {
            return;
        }
        walk_expr(self, expression);
        let range = expression.range();
        if let Expr::Await(awaited) = expression {
            *expression = call_of(RUN, &awaited.value, range);
        }
    }
}
