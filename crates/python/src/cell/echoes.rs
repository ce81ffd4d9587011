//! Which of a cell's values are shown beside its last one, as `InteractiveShell.ast_node_interactivity` asks.
//!
//! What it is not: how they are shown (`lib/_kindling_shell.py`). Start reading at [`Echoes`].

use ruff_python_ast::{
    Arguments, AtomicNodeIndex, Expr, ExprCall, ExprContext, ExprName, ModModule, Stmt, StmtExpr, name::Name,
};
use ruff_text_size::{Ranged, TextRange};

/// The builtin that shows a value that is not the last.
const SHOW: &str = "__kindling_echo__";

/// In IPython's order of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Echoes {
    Nothing,
    Last,
    /// Also what the last statement gives a name.
    LastOrAssigned,
    All,
}

impl Echoes {
    /// Unknown words change nothing.
    pub(super) fn of(word: &str) -> Self {
        match word {
            "none" => Echoes::Nothing,
            "last_expr_or_assign" => Echoes::LastOrAssigned,
            "all" => Echoes::All,
            _ => Echoes::Last,
        }
    }

    /// Changes the cell so that its last expression is what remains to be shown; true if that is to be shown.
    pub(super) fn prepare(self, module: &mut ModModule, source: &str) -> bool {
        match self {
            Echoes::All => show_all_but_last(&mut module.body, source),
            Echoes::LastOrAssigned => {
                let assigned = module.body.last().and_then(assigned);
                module.body.extend(assigned);
            }
            Echoes::Nothing | Echoes::Last => {}
        }
        self != Echoes::Nothing && module.body.last().is_some_and(|last| is_echoed(last, source))
    }
}

/// Whether a statement is an expression that no `;` follows.
fn is_echoed(statement: &Stmt, source: &str) -> bool {
    let after = &source[statement.end().to_usize()..];
    statement.is_expr_stmt() && !after.trim_start().starts_with(';')
}

fn show_all_but_last(statements: &mut [Stmt], source: &str) {
    let Some((_, others)) = statements.split_last_mut() else { return };
    for statement in others.iter_mut().filter(|statement| is_echoed(statement, source)) {
        if let Stmt::Expr(shown) = statement {
            *shown.value = call_of(SHOW, &shown.value, shown.range);
        }
    }
}

/// The name that a statement binds, as an expression that stands in its place.
fn assigned(statement: &Stmt) -> Option<Stmt> {
    let target = match statement {
        Stmt::Assign(assign) => assign.targets.first()?,
        Stmt::AugAssign(assign) => &*assign.target,
        Stmt::AnnAssign(assign) if assign.value.is_some() => &*assign.target,
        _ => return None,
    };
    let Expr::Name(name) = target else { return None };
    let range = statement.range();
    let value = Box::new(Expr::Name(read(name.id.clone(), range)));
    Some(Stmt::Expr(StmtExpr { node_index: AtomicNodeIndex::NONE, range, value }))
}

fn read(id: Name, range: TextRange) -> ExprName {
    ExprName { node_index: AtomicNodeIndex::NONE, range, id, ctx: ExprContext::Load }
}

/// A call of a builtin with one argument, that stands at `range`.
pub(super) fn call_of(function: &str, argument: &Expr, range: TextRange) -> Expr {
    let arguments = Arguments {
        node_index: AtomicNodeIndex::NONE,
        range,
        args: [argument.clone()].into(),
        keywords: Default::default(),
        runtime_args: None,
        runtime_bases: None,
    };
    Expr::Call(ExprCall {
        node_index: AtomicNodeIndex::NONE,
        range_start: range.start(),
        func: Box::new(Expr::Name(read(function.into(), range))),
        arguments,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many statements there are then, how many of them call, and whether the last one is shown.
    fn prepared(word: &str, source: &str) -> (usize, usize, bool) {
        let mut module = ruff_python_parser::parse_module(source).unwrap().into_syntax();
        let shows = Echoes::of(word).prepare(&mut module, source);
        let calls =
            |statement: &&Stmt| statement.as_expr_stmt().is_some_and(|shown| shown.value.is_call_expr());
        (module.body.len(), module.body.iter().filter(calls).count(), shows)
    }

    #[test]
    fn what_is_shown_beside_the_last_value() {
        assert_eq!(prepared("last_expr", "1\n2"), (2, 0, true));
        assert_eq!(prepared("all", "1\nx = 2\n3;\n4"), (4, 1, true));
        assert_eq!(prepared("all", "1\nx = 2"), (2, 1, false));
        assert_eq!(prepared("none", "1\n2"), (2, 0, false));
        assert_eq!(prepared("last_expr_or_assign", "x = 2"), (2, 0, true));
        assert_eq!(prepared("last_expr_or_assign", "x = 2;"), (2, 0, false));
        assert_eq!(prepared("last_expr_or_assign", "x.y = 2"), (1, 0, false));
        assert_eq!(prepared("all", ""), (0, 0, false));
    }
}
