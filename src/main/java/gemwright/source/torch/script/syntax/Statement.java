package gemwright.source.torch.script.syntax;

import java.util.List;
import java.util.Optional;

/// One statement of a function. `at` is where it begins in its file, in characters.
public sealed interface Statement {
    /// Where it begins.
    int at();

    /// `a, b, = value`; one target is not unpacked.
    record Assignment(List<Expression> targets, boolean unpacked, Expression value, int at)
            implements Statement {
        public Assignment {
            targets = List.copyOf(targets);
        }
    }

    /// An expression for what it does.
    record Evaluation(Expression value, int at) implements Statement {}

    /// `return value`; without a value `None`.
    record Return(Optional<Expression> value, int at) implements Statement {}

    /// `if condition: … else: …`.
    record If(Expression condition, List<Statement> then, List<Statement> otherwise, int at)
            implements Statement {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /// `while condition: …`.
    record While(Expression condition, List<Statement> body, int at) implements Statement {
        public While {
            body = List.copyOf(body);
        }
    }

    /// `for variable in sequence: …`.
    record For(String variable, Expression sequence, List<Statement> body, int at)
            implements Statement {
        public For {
            body = List.copyOf(body);
        }
    }

    /// `with context: …`, as around what needs no gradient.
    record With(Expression context, List<Statement> body, int at) implements Statement {
        public With {
            body = List.copyOf(body);
        }
    }
}
